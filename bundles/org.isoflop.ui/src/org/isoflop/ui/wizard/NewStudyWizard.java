package org.isoflop.ui.wizard;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.isoflop.core.example.Templates;
import org.isoflop.model.Ids;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Product;
import org.isoflop.ui.input.OpenStudies;

/** Makes a new study from a template. */
public final class NewStudyWizard extends Wizard implements INewWizard {

    private static final String IDE = "org.eclipse.ui.ide";

    private final TemplatePage template = new TemplatePage();
    private IWorkbenchWindow window;
    private WorkspaceFile workspace;

    /** Creates the wizard. */
    public NewStudyWizard() {
        setWindowTitle(Messages.text("newStudy.title"));
        setDefaultPageImageDescriptor(Icon.LOGO.descriptor());
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        window = workbench.getActiveWorkbenchWindow();
        if (!Product.isRunning() && Platform.getBundle(IDE) != null) {
            workspace = IdeFile.of(selection);
        }
    }

    @Override
    public void addPages() {
        addPage(template);
        if (workspace != null) {
            addPage(workspace.page());
        }
    }

    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        IWizardPage next = super.getNextPage(page);
        if (page == template && next != null) {
            workspace.name(Ids.slug(template.name()) + ".isoflop");
        }
        return next;
    }

    @Override
    public boolean performFinish() {
        byte[] content = Templates.create(template.template(), template.name());
        if (workspace != null) {
            return workspace.create(window.getActivePage(), content);
        }
        return OpenStudies.untitled(window.getActivePage(), template.name(), content) != null;
    }
}
