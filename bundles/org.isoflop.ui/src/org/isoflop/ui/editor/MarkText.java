package org.isoflop.ui.editor;

import java.util.Locale;

import org.isoflop.model.Study;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.form.Marks.Mark;

/** A finding in one sentence with its place. */
final class MarkText {

    private MarkText() {
    }

    static String of(Mark mark) {
        String sentence = mark.finding().message(Locale.getDefault());
        if (mark.object() instanceof Study && mark.feature() == null) {
            return sentence;
        }
        String place = Names.place(mark.object());
        return Messages.text("findings.place", mark.feature() == null ? place
                : Messages.text("findings.feature", place, Names.label(mark.feature())), sentence);
    }
}
