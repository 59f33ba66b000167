package org.isoflop.ui.findings;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.fix.Fault;
import org.isoflop.ui.fix.Fixes.Offer;

/**
 * One finding as the view shows it.
 *
 * @param finding
 *            the finding
 * @param sentence
 *            what is wrong
 * @param remedy
 *            how to mend it, or empty
 * @param isMendable
 *            whether a machine can mend it
 * @param where
 *            where it is, in words
 * @param line
 *            the line in the file, or empty
 */
record Row(Finding finding, String sentence, String remedy, boolean isMendable, String where, String line) {

    static List<Row> of(StudyEditor editor) {
        return editor.document().findings().stream().map(finding -> of(editor, finding)).toList();
    }

    private static Row of(StudyEditor editor, Finding finding) {
        Locale locale = Locale.getDefault();
        Study study = editor.document().study();
        List<Offer> offers = QuickFix.offers(editor, finding);
        String remedy = Objects.requireNonNullElseGet(finding.fix(locale),
                () -> offers.isEmpty() ? "" : offers.getFirst().label());
        return new Row(finding, finding.message(locale), remedy, !offers.isEmpty(),
                study == null ? "" : Fault.of(study, finding).where(),
                finding.line() == 0 ? "" : String.valueOf(finding.line()));
    }

    /** The row in a line of text. */
    String text() {
        return Stream.of(finding.severity().name(), sentence, remedy, where, line)
                .collect(Collectors.joining("\t"));
    }
}
