package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.fit.FitRequest;
import org.isoflop.core.fit.Method;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.ui.Messages;

/** Asks how to fit: method, form, objective, bootstrap, and what to test the fit by. */
final class MethodPage extends WizardPage {

    private static final int WIDTH = 108;
    private static final int RESAMPLES = 1000;
    private static final int HELP_LINES = 3;

    private final FitDraft draft;
    private final StudyData study;
    private final List<LawForm> forms = LawForm.all().stream()
            .filter(form -> form.answers().contains(Answer.LOSS)).toList();
    private List<LawChoice> laws = List.of();
    private List<LawChoice> offered = List.of();
    private FitJob<List<LawChoice>> reading;
    private Combo method;
    private Label methodHelp;
    private Combo form;
    private Text formula;
    private Label formHelp;
    private Combo objective;
    private NumberInput delta;
    private Spinner resamples;
    private Spinner seed;
    private Spinner holdOut;
    private Combo against;
    private NumberInput tolerance;

    MethodPage(FitDraft draft, StudyData study) {
        super("method");
        this.draft = draft;
        this.study = study;
        setTitle(Messages.text("fit.method.title"));
        setDescription(Messages.text("fit.method.description"));
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).spacing(10, 8).applyTo(page);
        method = combo(page, "fit.method.method", 3);
        for (Method each : Method.values()) {
            method.add(Messages.text("fit.method." + each.key()));
        }
        method.select(0);
        methodHelp = help(page, 2);
        form = combo(page, "fit.method.form", 3);
        forms.forEach(each -> form.add(Messages.text("fit.method.formNamed", each.id(), each.source())));
        form.add(Messages.text("fit.method.own"));
        form.select(Math.max(0, forms.indexOf(LawForm.of("chinchilla"))));
        new Label(page, SWT.NONE).setText(Messages.text("fit.method.formula"));
        formula = new Text(page, SWT.BORDER | SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(formula);
        formHelp = help(page, HELP_LINES);
        objective = combo(page, "fit.method.objective", 1);
        for (Objective.Kind kind : Objective.Kind.values()) {
            objective.add(Messages.text("fit.objective." + kind.key()));
        }
        objective.select(0);
        delta = new NumberInput(page, "fit.method.delta", Unit.ONE, "1e-3", false, this::check);
        resamples = spinner(page, "fit.method.resamples", 0, FitOptions.MOST_RESAMPLES, RESAMPLES, 100);
        seed = spinner(page, "fit.method.seed", 0, Integer.MAX_VALUE, 1, 1);
        holdOut = spinner(page, "fit.method.holdOut", 0, 1, 0, 1);
        tolerance = new NumberInput(page, "fit.method.tolerance", Unit.ONE, "1e-9", true, this::check);
        against = combo(page, "fit.method.against", 3);
        method.addListener(SWT.Selection, event -> check());
        form.addListener(SWT.Selection, event -> formChosen());
        formula.addListener(SWT.Modify, event -> formulaTyped());
        objective.addListener(SWT.Selection, event -> check());
        against.addListener(SWT.Selection, event -> check());
        for (Spinner each : List.of(resamples, seed, holdOut)) {
            each.addListener(SWT.Modify, event -> check());
        }
        setControl(page);
        formChosen();
        read();
    }

    private Combo combo(Composite page, String key, int span) {
        new Label(page, SWT.NONE).setText(Messages.text(key));
        Combo combo = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(combo);
        return combo;
    }

    private Spinner spinner(Composite page, String key, int least, int most, int value, int step) {
        new Label(page, SWT.NONE).setText(Messages.text(key));
        Spinner spinner = new Spinner(page, SWT.BORDER);
        spinner.setValues(value, least, most, 0, step, 10 * step);
        return spinner;
    }

    private Label help(Composite page, int lines) {
        Label help = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(4, 1)
                .hint(convertWidthInCharsToPixels(WIDTH * 3 / 4), convertHeightInCharsToPixels(lines)).applyTo(help);
        return help;
    }

    private void read() {
        reading = new FitJob<>(Messages.text("fit.laws.reading"), getShell().getDisplay(),
                progress -> LawChoice.all(study), new FitJob.Listener<>() {

                    @Override
                    public void done(List<LawChoice> answer) {
                        laws = answer;
                        offer();
                    }

                    @Override
                    public void failed(String sentence) {
                        setMessage(sentence, WARNING);
                    }

                    @Override
                    public void cancelled() {
                        setMessage(Messages.text("fit.laws.cancelled"), WARNING);
                    }
                });
        reading.schedule();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            holdOut.setMaximum(Math.max(1, draft.file().runs().size() - draft.leftOut().size() - 1));
            check();
        }
    }

    private Method method() {
        return Method.values()[method.getSelectionIndex()];
    }

    private boolean isOwn() {
        return form.getSelectionIndex() == forms.size();
    }

    private void formChosen() {
        formula.setEditable(isOwn());
        if (isOwn()) {
            formula.setFocus();
            formula.selectAll();
        } else {
            formula.setText(forms.get(form.getSelectionIndex()).formula());
        }
        formulaTyped();
    }

    private void formulaTyped() {
        offer();
        check();
    }

    /** Offers the laws of the form that is chosen. */
    private void offer() {
        if (against.isDisposed()) {
            return;
        }
        LawForm chosen = method() == Method.VPNLS ? LawForm.of("chinchilla")
                : isOwn() ? null : forms.get(form.getSelectionIndex());
        List<LawChoice> fitting = laws.stream().filter(law -> law.law().form() == chosen).toList();
        if (fitting.equals(offered) && against.getItemCount() > 0) {
            return;
        }
        offered = fitting;
        against.removeAll();
        against.add(Messages.text("fit.method.noLaw"));
        offered.forEach(law -> against.add(law.name()));
        against.select(0);
    }

    private FitForm form() {
        return method() == Method.VPNLS ? FitForm.of("chinchilla")
                : isOwn() ? FitForm.of(formula.getText().strip())
                        : FitForm.of(forms.get(form.getSelectionIndex()));
    }

    /** Checks what is chosen and tells the wizard. */
    private void check() {
        if (against == null || against.isDisposed()) {
            return;
        }
        Method chosen = method();
        boolean parametric = chosen.isParametric();
        boolean free = chosen == Method.PARAMETRIC;
        methodHelp.setText(Messages.text("fit.method.help." + chosen.key()));
        form.setEnabled(free);
        formula.setEnabled(free);
        objective.setEnabled(free);
        boolean huber = free && objective.getSelectionIndex() == Objective.Kind.HUBER.ordinal();
        delta.setEnabled(huber);
        for (Spinner each : List.of(resamples, seed, holdOut)) {
            each.setEnabled(parametric);
        }
        against.setEnabled(parametric && against.getItemCount() > 1);
        tolerance.setEnabled(chosen == Method.ISOFLOP);
        String problem = null;
        FitForm fitted = null;
        try {
            fitted = parametric ? form() : null;
            formHelp.setText(fitted == null ? "" : Messages.text("fit.method.constants",
                    String.join(", ", fitted.constants()), fitted.constants().size()));
        } catch (LocalisedException e) {
            problem = isOwn() && formula.getText().isBlank() ? Messages.text("fit.method.formula.empty")
                    : e.message(Locale.getDefault());
            formHelp.setText(Messages.text("fit.method.formula.help"));
        }
        if (problem == null) {
            problem = problem(huber, chosen, parametric);
        }
        setErrorMessage(problem);
        setPageComplete(problem == null);
        if (problem == null) {
            draft.setRequest(request(fitted));
        }
    }

    private String problem(boolean huber, Method chosen, boolean parametric) {
        List<String> problems = new ArrayList<>();
        if (huber) {
            problems.add(delta.problem());
        }
        if (chosen == Method.ISOFLOP) {
            problems.add(tolerance.problem());
            if (tolerance.value() >= 1) {
                problems.add(Messages.text("fit.method.tolerance.large"));
            }
        }
        if (parametric && against.getSelectionIndex() > 0 && resamples.getSelection() == 0) {
            problems.add(Messages.text("fit.method.against.bootstrap"));
        }
        return problems.stream().filter(one -> one != null).findFirst().orElse(null);
    }

    private FitRequest request(FitForm fitted) {
        Method chosen = method();
        boolean parametric = chosen.isParametric();
        Objective.Kind kind = chosen == Method.VPNLS ? Objective.Kind.MSE
                : Objective.Kind.values()[objective.getSelectionIndex()];
        Objective wanted = new Objective(kind, kind == Objective.Kind.HUBER ? delta.value() : Double.NaN);
        Law law = parametric && against.getSelectionIndex() > 0
                ? offered.get(against.getSelectionIndex() - 1).law() : null;
        double near = chosen == Method.ISOFLOP ? tolerance.value() : 1e-9;
        return new FitRequest(chosen, fitted, chosen == Method.ISOFLOP || chosen == Method.ENVELOPE
                ? Objective.huber(Objective.PUBLISHED_DELTA) : wanted,
                chosen == Method.VPNLS ? Starts.VPNLS : Starts.GRID, 0,
                parametric ? resamples.getSelection() : 0, seed.getSelection(), null,
                parametric ? holdOut.getSelection() : 0, law, near);
    }

    @Override
    public void dispose() {
        if (reading != null) {
            reading.abandon();
        }
        super.dispose();
    }
}
