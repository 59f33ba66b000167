package org.isoflop.ui.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.core.example.Examples;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Text;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.input.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving what was edited, to its own file or another. */
class StudySaverTest {

    private static final String EXAMPLE = "end-of-the-giants";

    @TempDir
    Path folder;

    private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    private final byte[] content = Examples.content(EXAMPLE);

    @AfterEach
    void close() {
        page.closeAllEditors(false);
    }

    @Test
    void writesNothingWithoutAnEdit() throws IOException {
        StudyEditor editor = open("untouched.isoflop", content);
        assertFalse(editor.isDirty());
        page.saveEditor(editor, false);
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("untouched.isoflop")));
    }

    @Test
    void savesAnEditAndUndoesItAcrossTheSave() throws IOException {
        Path file = folder.resolve("edited.isoflop");
        StudyEditor editor = open("edited.isoflop", content);
        rename(editor, "Edited");
        assertTrue(editor.isDirty());
        page.saveEditor(editor, false);
        assertFalse(editor.isDirty());
        assertTrue(Files.readString(file).contains("\"name\": \"Edited\""));
        editor.document().editing().stack().undo();
        assertTrue(editor.isDirty());
        page.saveEditor(editor, false);
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    @Test
    void movesToTheFileItIsSavedAs() throws IOException {
        StudyEditor editor = open("first.isoflop", content);
        rename(editor, "Second");
        assertTrue(new StudySaver(editor).saveAs(folder.resolve("second").toString()));
        assertEquals("second.isoflop", editor.getTitle());
        assertFalse(editor.isDirty());
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("first.isoflop")));
        rename(editor, "Third");
        page.saveEditor(editor, false);
        assertTrue(Files.readString(folder.resolve("second.isoflop")).contains("Third"));
    }

    @Test
    void replacesOnlyWhatTheUserWasAskedAbout() throws IOException {
        StudyEditor editor = open("mine.isoflop", content);
        Path other = Files.writeString(folder.resolve("other.isoflop"), "precious");
        WindowProbe.closeNextDialog(Messages.text("save.title"));
        assertFalse(new StudySaver(editor).saveAs(folder.resolve("other").toString()));
        assertEquals("precious", Files.readString(other));
        assertTrue(new StudySaver(editor).saveAs(other.toString()));
        assertArrayEquals(content, Files.readAllBytes(other));
    }

    @Test
    void asksBeforeItReplacesWhatSomebodyElseWrote() throws IOException {
        Path file = folder.resolve("shared.isoflop");
        StudyEditor editor = open("shared.isoflop", content);
        rename(editor, "Mine");
        byte[] theirs = new String(content, StandardCharsets.UTF_8).replace("giants", "titans")
                .getBytes(StandardCharsets.UTF_8);
        Files.write(file, theirs);
        WindowProbe.closeNextDialog(Messages.text("save.title"));
        page.saveEditor(editor, false);
        assertTrue(WindowProbe.dialogWasClosed());
        assertTrue(editor.isDirty());
        assertArrayEquals(theirs, Files.readAllBytes(file));
    }

    @Test
    void readsAgainWhatChangedOnDiskIfNothingIsLost() throws IOException {
        Path file = folder.resolve("shared.isoflop");
        StudyEditor editor = open("shared.isoflop", content);
        Files.writeString(file, new String(content, StandardCharsets.UTF_8).replace("The end of the giants", "Theirs"));
        editor.document().lookAtDisk();
        WindowProbe.until("their study",
                () -> editor.document().data().name().get(Locale.ENGLISH).equals("Theirs"));
        assertEquals(StudyDocument.Disk.SAME, editor.document().disk());
    }

    @Test
    void noticesOnceWhatChangedOnDiskUnderAnEdit() throws IOException {
        Path file = folder.resolve("shared.isoflop");
        StudyEditor editor = open("shared.isoflop", content);
        rename(editor, "Mine");
        Files.writeString(file, new String(content, StandardCharsets.UTF_8).replace("The end of the giants", "Theirs"));
        editor.document().lookAtDisk();
        WindowProbe.until("the notice", () -> editor.document().disk() == StudyDocument.Disk.CHANGED);
        assertEquals("Mine", editor.document().data().name().get(Locale.ENGLISH));
        Files.delete(file);
        editor.document().lookAtDisk();
        WindowProbe.until("the loss", () -> editor.document().disk() == StudyDocument.Disk.DELETED);
        page.saveEditor(editor, false);
        assertFalse(editor.isDirty());
        assertNotEquals(-1, Files.readString(file).indexOf("Mine"));
    }

    private StudyEditor open(String name, byte[] bytes) throws IOException {
        OpenStudies.file(page, Files.write(folder.resolve(name), bytes));
        StudyEditor editor = (StudyEditor) page.getActiveEditor();
        WindowProbe.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        return editor;
    }

    private static void rename(StudyEditor editor, String name) {
        StudyDocument document = editor.document();
        document.editing().stack().execute(SetCommand.create(document.editing(), document.study(),
                IsoflopPackage.Literals.ELEMENT__NAME, Text.of(name)));
    }
}
