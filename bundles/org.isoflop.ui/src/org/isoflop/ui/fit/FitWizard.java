package org.isoflop.ui.fit;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.editor.OpenEditors;
import org.isoflop.ui.editor.StudyDocument;

/** Fits a law to runs: the table, the points, the method, and what comes out. */
public final class FitWizard extends Wizard implements INewWizard {

    private final FitDraft draft = new FitDraft();
    private RunsPage runs;
    private ResultPage result;
    private RunsFile given;
    private IWorkbenchPage page;

    /** Creates the wizard. */
    public FitWizard() {
        setWindowTitle(Messages.text("fit.wizard.title"));
        setDefaultPageImageDescriptor(Icon.LOGO.descriptor());
    }

    /** Opens the wizard; with runs it begins with these instead of a file. */
    static void open(IWorkbenchWindow window, RunsFile file) {
        FitWizard wizard = new FitWizard();
        wizard.given = file;
        wizard.init(window.getWorkbench(), null);
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.setHelpAvailable(false);
        dialog.open();
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        page = workbench.getActiveWorkbenchWindow().getActivePage();
    }

    @Override
    public void addPages() {
        StudyDocument active = Keeping.active(page);
        StudyData study = active == null ? null : active.data();
        if (given == null) {
            runs = new RunsPage(draft, study == null ? List.of() : study.runTables());
            addPage(runs);
        } else {
            draft.setFile(given, null);
        }
        addPage(new PointsPage(draft));
        addPage(new MethodPage(draft, study));
        result = new ResultPage(draft, OpenEditors.ready(page));
        addPage(result);
    }

    RunsPage runs() {
        return runs;
    }

    ResultPage result() {
        return result;
    }

    @Override
    public boolean canFinish() {
        return draft.answer() != null && result.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        FitAnswer answer = draft.answer();
        Keeping.Wanted wanted = result.wanted();
        StudyDocument document = result.document();
        FitSession session = new FitSession(Messages.text("fit.session.notKept", answer.file().name()), answer);
        try {
            if (wanted != null && !Keeping.keep(answer, wanted, document, page)) {
                return false;
            }
        } catch (StudyFileException | RuntimeException e) {
            MessageDialog.openError(getShell(), getWindowTitle(), Faults.sentence(e, "fit.fault"));
            return false;
        }
        if (draft.path() != null) {
            RecentRuns.add(draft.path().toAbsolutePath());
        }
        FitView view = FitView.open(page);
        if (view != null) {
            if (wanted == null) {
                view.show(session);
            } else {
                view.showKept(answer, wanted.id());
            }
        }
        return true;
    }
}
