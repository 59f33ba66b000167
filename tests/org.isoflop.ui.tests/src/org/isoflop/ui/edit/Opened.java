package org.isoflop.ui.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.isoflop.core.example.Examples;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.Study;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.model.validate.Finding;

/** A study with its editing domain, for tests. */
public record Opened(StudyEditing editing) {

    public static Opened example() {
        return of(Examples.content("end-of-the-giants"));
    }

    public static Opened of(byte[] content) {
        OpenStudy opened = Studies.read(content, "test");
        return new Opened(new StudyEditing(opened.study()));
    }

    public static Opened of(String members) {
        String head = "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"id\": \"s\"";
        return of((head + (members.isBlank() ? "" : ",\n" + members.replace('\'', '"')) + "\n}\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    public Study study() {
        return editing.study();
    }

    public Edits edits() {
        return new Edits(editing);
    }

    public <T extends Element> T get(Class<T> type, String id) {
        return type.cast(Ids.elements(study()).get(id));
    }

    public String text() {
        try {
            return new String(Studies.write(study()), StandardCharsets.UTF_8);
        } catch (StudyFileException e) {
            throw new AssertionError(e);
        }
    }

    public List<Finding> findings() {
        return Studies.read(text().getBytes(StandardCharsets.UTF_8), "test").findings();
    }

    public String undoLabel() {
        return editing.stack().getUndoCommand().getLabel();
    }

    public void undo() {
        editing.stack().undo();
    }

    public void redo() {
        editing.stack().redo();
    }
}
