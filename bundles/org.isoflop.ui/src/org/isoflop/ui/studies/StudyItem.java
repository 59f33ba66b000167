package org.isoflop.ui.studies;

import java.nio.file.Path;

import org.eclipse.ui.IEditorReference;

/** A line of the Studies view. */
sealed interface StudyItem {

    /** The three lists of the view. */
    enum Kind {
        OPEN, RECENT, EXAMPLES
    }

    /** Title of one of the lists. */
    record Group(Kind kind) implements StudyItem {
    }

    /** A study that is open in an editor, perhaps with changes that are not saved. */
    record Open(IEditorReference editor, String title, String place, boolean dirty) implements StudyItem {
    }

    /** A file that was open. */
    record Recent(Path path) implements StudyItem {
    }

    /** An example that is shipped with the program. */
    record Shipped(String name, String title, String description) implements StudyItem {
    }
}
