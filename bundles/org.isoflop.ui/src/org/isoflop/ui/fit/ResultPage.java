package org.isoflop.ui.fit;

import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.FitRequest;
import org.isoflop.core.fit.Fits;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.ui.Messages;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;

/** Runs the fit, shows what came out, and asks whether to keep it. */
final class ResultPage extends WizardPage {

    private static final int WIDTH = 108;
    private static final int ROWS = 12;
    private static final int STEPS = 1000;
    private static final int[] WEIGHTS = {58, 42};

    /** What fits. */
    interface Fitter {

        FitAnswer fit(RunsFile file, FitRequest request, Set<Integer> leftOut, FitProgress progress);
    }

    private final FitDraft draft;
    private final List<StudyEditor> studies;
    private Fitter fitter = Fits::fit;
    private FitJob<FitAnswer> job;
    private Label status;
    private ProgressBar progress;
    private Button cancel;
    private SashForm tables;
    private TableControl constants;
    private TableControl facts;
    private Group keeping;
    private Button keep;
    private KeepForm form;

    ResultPage(FitDraft draft, List<StudyEditor> studies) {
        super("result");
        this.draft = draft;
        this.studies = studies;
        setTitle(Messages.text("fit.result.title"));
        setDescription(Messages.text("fit.result.description"));
        setPageComplete(false);
    }

    /** Replaces what fits. */
    void setFitter(Fitter other) {
        fitter = other;
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        status = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(status);
        progress = new ProgressBar(page, SWT.HORIZONTAL | SWT.SMOOTH);
        progress.setMaximum(STEPS);
        GridDataFactory.swtDefaults().hint(convertWidthInCharsToPixels(WIDTH / 3), SWT.DEFAULT).applyTo(progress);
        cancel = new Button(page, SWT.PUSH);
        cancel.setText(Messages.text("fit.result.again"));
        setButtonLayoutData(cancel);
        cancel.setText(Messages.text("fit.result.cancel"));
        cancel.addListener(SWT.Selection, event -> pressed());
        tables = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
        constants = new TableControl(tables, SWT.MULTI);
        facts = new TableControl(tables, SWT.MULTI);
        tables.setWeights(WEIGHTS);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(convertWidthInCharsToPixels(WIDTH),
                facts.table().getItemHeight() * ROWS).applyTo(tables);
        keeping = new Group(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(keeping);
        GridLayoutFactory.swtDefaults().applyTo(keeping);
        keep = new Button(keeping, SWT.CHECK);
        keep.setText(Messages.text("fit.keep.keep"));
        keep.setSelection(true);
        keep.addListener(SWT.Selection, event -> check());
        form = new KeepForm(keeping, studies, this::check);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        setControl(page);
        check();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible && draft.answer() == null) {
            start();
        } else if (!visible && job != null) {
            job.abandon();
            job = null;
        }
    }

    private boolean isRunning() {
        return job != null;
    }

    private void pressed() {
        if (isRunning()) {
            job.cancel();
        } else {
            start();
        }
    }

    private void start() {
        RunsFile file = draft.file();
        FitRequest request = draft.request();
        Set<Integer> leftOut = draft.leftOut();
        draft.setAnswer(null);
        tables.setVisible(false);
        setErrorMessage(null);
        progress.setSelection(0);
        job = new FitJob<>(Messages.text("fit.result.fitting", file.name()), getShell().getDisplay(),
                watched -> fitter.fit(file, request, leftOut, watched), new Answers());
        say(Messages.text("fit.result.fitting", file.name()));
        job.schedule();
        check();
    }

    private void say(String sentence) {
        status.setText(sentence);
        progress.setVisible(isRunning());
        cancel.setText(Messages.text(isRunning() ? "fit.result.cancel" : "fit.result.again"));
        status.getParent().layout();
    }

    private void show(FitAnswer answer) {
        job = null;
        draft.setAnswer(answer);
        say(Messages.text("fit.result.done", answer.runs().size(), answer.file().name()));
        constants.show(FitTable.constants(answer));
        facts.show(FitTable.facts(answer));
        tables.setVisible(true);
        form.show(answer);
    }

    /** The open study to keep the law in, or null for a new one. */
    StudyDocument document() {
        return form.document();
    }

    /** What to keep the law as, or null if it is not to be kept. */
    Keeping.Wanted wanted() {
        return keep.isEnabled() && keep.getSelection() ? form.wanted() : null;
    }

    private void check() {
        if (form == null || form.control().isDisposed()) {
            return;
        }
        boolean there = draft.answer() != null;
        keep.setEnabled(there);
        boolean kept = there && keep.getSelection();
        form.setEnabled(kept);
        String problem = kept ? form.problem() : null;
        if (there) {
            setErrorMessage(problem);
        }
        setPageComplete(there && problem == null);
    }

    private final class Answers implements FitJob.Listener<FitAnswer> {

        @Override
        public void progress(double share) {
            if (!progress.isDisposed() && isRunning()) {
                progress.setSelection((int) (share * STEPS));
            }
        }

        @Override
        public void done(FitAnswer answer) {
            if (!status.isDisposed()) {
                show(answer);
            }
        }

        @Override
        public void failed(String sentence) {
            ended(Messages.text("fit.result.refused"), sentence);
        }

        @Override
        public void cancelled() {
            ended(Messages.text("fit.result.cancelled"), null);
        }

        private void ended(String sentence, String problem) {
            if (!status.isDisposed()) {
                job = null;
                say(sentence);
                check();
                setErrorMessage(problem);
            }
        }
    }

    @Override
    public void dispose() {
        if (job != null) {
            job.abandon();
        }
        super.dispose();
    }
}
