package org.isoflop.ui.edit;

import org.eclipse.emf.common.command.BasicCommandStack;

/** The commands of one study. A fault in a command reaches its caller, and a drag can tell of each of its moves. */
public final class StudyStack extends BasicCommandStack {

    /** Tells the listeners that the last command has changed the study once more. */
    void changedAgain() {
        notifyListeners();
    }

    @Override
    protected void handleError(Exception exception) {
        throw exception instanceof RuntimeException fault ? fault : new IllegalStateException(exception);
    }
}
