package org.isoflop.ui.wizard;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.ui.IWorkbenchPage;

/** A file to be made in the workspace of an IDE. */
interface WorkspaceFile {

    /** The page that asks for folder and name. */
    IWizardPage page();

    /** Proposes a name. */
    void name(String name);

    /** Makes the file and opens it. Returns false if it could not be made, which the user was told. */
    boolean create(IWorkbenchPage page, byte[] content);
}
