package org.isoflop.ui.imports;

import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.edit.RefusedException;

/** A page of the wizard that has something to import. */
interface ImportPage {

    /**
     * Imports what the page shows.
     *
     * @return whether it was done; what went wrong was said
     */
    boolean take() throws RefusedException, StudyFileException;
}
