package org.isoflop.ui.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.isoflop.core.CoreException;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.editor.OpenEditors;

/** Imports models from {@code config.json} files or a table into an open study or a new one. */
public final class ImportWizard extends Wizard implements IImportWizard {

    private static final String CONFIGURATION = ".json";
    private static final String TABLE = ".csv";

    private final SourcePage source = new SourcePage();
    private List<Path> files = List.of();
    private ConfigPage configs;
    private TablePage table;
    private IWorkbenchWindow window;

    /** Creates the wizard. */
    public ImportWizard() {
        setWindowTitle(Messages.text("import.title"));
        setDefaultPageImageDescriptor(Icon.LOGO.descriptor());
    }

    /**
     * Tells whether a file is imported rather than opened.
     *
     * @param file
     *            any file
     * @return whether its name is that of something the wizard reads
     */
    public static boolean takes(Path file) {
        return ends(file, CONFIGURATION) || ends(file, TABLE);
    }

    private static boolean ends(Path file, String extension) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /**
     * Opens the wizard.
     *
     * @param window
     *            where
     * @param files
     *            files to begin with
     */
    public static void open(IWorkbenchWindow window, List<Path> files) {
        ImportWizard wizard = new ImportWizard();
        wizard.files = List.copyOf(files);
        wizard.init(window.getWorkbench(), StructuredSelection.EMPTY);
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.setHelpAvailable(false);
        dialog.open();
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        window = workbench.getActiveWorkbenchWindow();
    }

    @Override
    public void addPages() {
        IWorkbenchPage page = window.getActivePage();
        configs = new ConfigPage(new Target(page, OpenEditors.ready(page)),
                files.stream().filter(file -> ends(file, CONFIGURATION)).toList());
        table = new TablePage(new Target(page, OpenEditors.ready(page)),
                files.stream().filter(file -> ends(file, TABLE)).findFirst().orElse(null));
        if (files.isEmpty()) {
            addPage(source);
        }
        addPage(configs);
        addPage(table);
    }

    @Override
    public IWizardPage getStartingPage() {
        return files.isEmpty() ? source : files.stream().anyMatch(file -> ends(file, CONFIGURATION)) ? configs : table;
    }

    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        return page != source ? null : source.isTable() ? table : configs;
    }

    @Override
    public IWizardPage getPreviousPage(IWizardPage page) {
        return page == source || !files.isEmpty() ? null : source;
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() instanceof ImportPage && getContainer().getCurrentPage()
                .isPageComplete();
    }

    ConfigPage configs() {
        return configs;
    }

    TablePage table() {
        return table;
    }

    @Override
    public boolean performFinish() {
        try {
            return ((ImportPage) getContainer().getCurrentPage()).take();
        } catch (StudyFileException | CoreException e) {
            fail(Faults.sentence(e, "import.fault"));
        } catch (RefusedException e) {
            fail(e.getMessage());
        }
        return false;
    }

    private void fail(String sentence) {
        MessageDialog.openError(getShell(), getWindowTitle(), sentence);
    }
}
