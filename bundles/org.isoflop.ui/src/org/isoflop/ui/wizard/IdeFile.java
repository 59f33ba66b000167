package org.isoflop.ui.wizard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.part.FileEditorInput;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;

/** A new file in the workspace. This class is loaded only where the bundle of the IDE is there. */
final class IdeFile extends WizardNewFileCreationPage implements WorkspaceFile {

    private byte[] content = {};

    private IdeFile(IStructuredSelection selection) {
        super("file", selection);
        setTitle(Messages.text("newStudy.file.title"));
        setDescription(Messages.text("newStudy.file.description"));
        setFileExtension("isoflop");
    }

    /** A file in the workspace, or null if no project is open, so that the study has to stay untitled. */
    static WorkspaceFile of(IStructuredSelection selection) {
        boolean open = Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).anyMatch(IProject::isOpen);
        return open ? new IdeFile(selection) : null;
    }

    @Override
    public IWizardPage page() {
        return this;
    }

    @Override
    public void name(String name) {
        setFileName(name);
    }

    @Override
    protected InputStream getInitialContents() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public boolean create(IWorkbenchPage page, byte[] bytes) {
        content = bytes.clone();
        IFile file = createNewFile();
        if (file == null) {
            return false;
        }
        try {
            page.openEditor(new FileEditorInput(file), Ids.STUDY_EDITOR);
        } catch (PartInitException e) {
            Log.error(file.toString(), e);
        }
        return true;
    }
}
