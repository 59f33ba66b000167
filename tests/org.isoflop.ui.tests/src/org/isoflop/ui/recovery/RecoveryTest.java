package org.isoflop.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.core.example.Examples;
import org.isoflop.core.example.Templates;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Text;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.io.StudyFile;
import org.isoflop.ui.Dialogs;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Product;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.preference.Preferences;
import org.isoflop.ui.recovery.RecoveryFile.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unsaved work is copied while a study is open, and offered after a crash. */
class RecoveryTest {

    private static final String EXAMPLE = "end-of-the-giants";
    private static final Owner DEAD = new Owner(Integer.MAX_VALUE, Instant.EPOCH);

    @TempDir
    Path folder;

    private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
    private final byte[] content = Examples.content(EXAMPLE);
    private final RecoveryFolder copies = new RecoveryFolder(Product.area().resolve("recovery"));

    @BeforeEach
    void start() throws IOException {
        Preferences.setShowsWelcome(false);
        preferences.putInt(Preferences.RECOVERY_SECONDS, Preferences.SHORTEST);
        page.closeAllEditors(false);
        until("no copies", List::isEmpty);
        delete(copies.folder());
        Files.createDirectories(copies.folder());
    }

    @AfterEach
    void end() throws IOException {
        page.closeAllEditors(false);
        preferences.remove(Preferences.RECOVERY_SECONDS);
        WindowProbe.settle();
        delete(copies.folder());
    }

    @Test
    void copiesAnEditAndForgetsItWhenItIsSaved() throws IOException {
        Path file = Files.write(folder.resolve("mine.isoflop"), content);
        StudyEditor editor = open(file);
        assertEquals(List.of(), copies());
        rename(editor, "Edited");
        until("a copy", found -> found.size() == 1);
        RecoveryFile copy = copies().get(0);
        assertEquals(file, copy.file());
        assertEquals(StudyFile.stampOf(file), copy.original());
        assertEquals(Owner.current(), copy.owner());
        assertTrue(new String(copy.content(), StandardCharsets.UTF_8).contains("\"name\": \"Edited\""));
        assertArrayEquals(content, Files.readAllBytes(file), "the user's own file is not touched");
        assertEquals(List.of(), copies.left(), "what belongs to a living process is not offered");
        page.saveEditor(editor, false);
        until("no copy", List::isEmpty);
    }

    @Test
    void forgetsWhatIsUndoneAndWhatIsClosedUnsaved() throws IOException {
        StudyEditor editor = open(Files.write(folder.resolve("mine.isoflop"), content));
        rename(editor, "Edited");
        until("a copy", found -> found.size() == 1);
        editor.document().editing().stack().undo();
        until("no copy", List::isEmpty);
        editor.document().editing().stack().redo();
        until("a copy", found -> found.size() == 1);
        page.closeEditor(editor, false);
        until("no copy", List::isEmpty);
    }

    @Test
    void copiesWhatStandsInNoFileYet() {
        OpenStudies.untitled(page, "New one", Templates.create("one-law", "New one"));
        ready();
        until("a copy of the new study", found -> found.size() == 1);
        assertNull(copies().get(0).file());
        OpenStudies.example(page, EXAMPLE);
        rename(ready(), "Mine");
        until("a copy of the example", found -> found.size() == 2);
        assertTrue(copies().stream().anyMatch(copy -> EXAMPLE.equals(copy.example())));
    }

    @Test
    void restoresOverTheFileAndSavesToIt() throws IOException {
        Path file = Files.write(folder.resolve("mine.isoflop"), content);
        left("mine.isoflop", file, null, StudyFile.stampOf(file));
        StudyEditor editor = open(file);
        answer("recovery.restore", 1);
        until("the work", editor);
        assertTrue(editor.isDirty());
        until("the copy to be taken over",
                found -> found.size() == 1 && found.get(0).owner().equals(Owner.current()));
        page.saveEditor(editor, false);
        assertTrue(Files.readString(file).contains("Lost and found"));
        until("no copy", List::isEmpty);
    }

    @Test
    void asksBeforeItReplacesAFileThatHasChangedSince() throws IOException {
        Path file = Files.write(folder.resolve("mine.isoflop"), content);
        left("mine.isoflop", file, null, StudyFile.stampOf(file));
        byte[] theirs = Templates.create("one-law", "Theirs");
        Files.write(file, theirs);
        answer("recovery.restore", 1);
        StudyEditor editor = ready();
        until("the work", editor);
        WindowProbe.until("the notice", () -> editor.document().disk() == StudyDocument.Disk.CHANGED);
        WindowProbe.closeNextDialog(Messages.text("save.title"));
        page.saveEditor(editor, false);
        assertTrue(WindowProbe.dialogWasClosed());
        assertArrayEquals(theirs, Files.readAllBytes(file));
        assertTrue(editor.isDirty());
    }

    @Test
    void restoresWhatHadNoFileAndWhatWasAnExample() throws IOException {
        left("Never saved", null, null, null);
        left("The end of the giants", null, EXAMPLE, null);
        answer("recovery.restore", 2);
        List<StudyEditor> editors = new ArrayList<>();
        Arrays.stream(page.getEditorReferences()).forEach(one -> editors.add((StudyEditor) one.getPart(true)));
        assertEquals(2, editors.size());
        for (StudyEditor editor : editors) {
            until("the work", editor);
            assertTrue(editor.isDirty());
            assertNull(editor.document().file());
        }
    }

    @Test
    void doesNotOverwriteWhatTheUserHasBegunMeanwhile() throws IOException {
        Path file = Files.write(folder.resolve("mine.isoflop"), content);
        left("mine.isoflop", file, null, StudyFile.stampOf(file));
        StudyEditor editor = open(file);
        rename(editor, "Begun anew");
        answer("recovery.restore", 1);
        assertEquals("Begun anew", editor.document().data().name().get(Locale.ENGLISH));
        assertEquals(2, page.getEditorReferences().length);
        until("the work", ready());
    }

    @Test
    void remembersWhatIsSkippedAndKeepsIt() throws IOException {
        left("mine.isoflop", folder.resolve("gone.isoflop"), null, new Stamp(1, 1, "x"));
        Files.writeString(copies.folder().resolve("zz.recovery"), "damaged");
        Recovery.get().look();
        Shell dialog = Dialogs.await(Messages.text("recovery.title"));
        Table table = WindowProbe.find(dialog, Table.class);
        assertEquals(Messages.text("recovery.gone"), table.getItem(0).getText(2));
        assertEquals(Messages.text("recovery.damaged"), table.getItem(1).getText(2));
        assertFalse(table.getItem(1).getChecked());
        WindowProbe.picture(dialog, "recovery-" + Locale.getDefault().getLanguage());
        Dialogs.press(dialog, Messages.text("recovery.skip"));
        WindowProbe.until("the folder of what is kept", () -> count(copies.kept()) == 2);
        assertEquals(List.of(), copies.left());
        assertEquals(0, page.getEditorReferences().length);
    }

    @Test
    void asksAgainIfTheQuestionIsClosed() throws IOException {
        left("mine.isoflop", null, null, null);
        Recovery.get().look();
        Dialogs.await(Messages.text("recovery.title")).close();
        WindowProbe.settle();
        assertEquals(1, copies.left().size());
    }

    @Test
    void saysOnceThatNoCopyCanBeKeptAndLetsTheUserGoOn() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("recovery"), "a file where the folder should be");
        Recovery broken = new Recovery(inTheWay);
        StudyEditor editor = open(Files.write(folder.resolve("mine.isoflop"), content));
        Runnable close = broken.add(editor.document(), editor::getEditorInput);
        rename(editor, "Edited");
        Shell notice = Dialogs.await(Messages.text("recovery.title"));
        WindowProbe.picture(notice, "recovery-failed-" + Locale.getDefault().getLanguage());
        notice.close();
        close.run();
        WindowProbe.settle();
        Runnable again = broken.add(editor.document(), editor::getEditorInput);
        rename(editor, "Edited again");
        until("the copy of the good folder", found -> found.size() == 1
                && new String(found.get(0).content(), StandardCharsets.UTF_8).contains("Edited again"));
        again.run();
        WindowProbe.settle();
        assertNull(Dialogs.find(Messages.text("recovery.title")));
        assertTrue(editor.isDirty());
    }

    private void left(String name, Path file, String example, Stamp original) throws IOException {
        byte[] work = Templates.create("compute-budget", "Lost and found");
        copies.write(copies.folder().resolve(name + ".recovery"),
                new RecoveryFile(name, file, example, original, Instant.now(), DEAD, work));
    }

    private void answer(String button, int offers) {
        Recovery.get().look();
        Shell dialog = Dialogs.await(Messages.text("recovery.title"));
        assertEquals(offers, WindowProbe.find(dialog, Table.class).getItemCount());
        Dialogs.press(dialog, Messages.text(button));
        WindowProbe.settle();
    }

    private List<RecoveryFile> copies() {
        List<RecoveryFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(copies.folder(), "*.recovery")) {
            for (Path file : files) {
                found.add(RecoveryFile.decode(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            // A copy may go while the folder is being read; the next look sees it.
            return List.of(new RecoveryFile("?", null, null, null, Instant.EPOCH, DEAD, new byte[0]));
        }
        return found;
    }

    private void until(String what, Predicate<List<RecoveryFile>> condition) {
        // Wakes the display, so that the condition is looked at again.
        Display display = Display.getCurrent();
        boolean[] done = new boolean[1];
        Runnable[] wake = new Runnable[1];
        wake[0] = () -> {
            if (!done[0]) {
                display.timerExec(50, wake[0]);
            }
        };
        wake[0].run();
        try {
            WindowProbe.until(what, () -> !Files.isDirectory(copies.folder()) || condition.test(copies()));
        } finally {
            done[0] = true;
        }
    }

    private static void until(String what, StudyEditor editor) {
        WindowProbe.until(what, () -> editor.document().state() == StudyDocument.State.READY
                && "Lost and found".equals(editor.document().data().name().get(Locale.ENGLISH)));
    }

    private StudyEditor open(Path file) {
        OpenStudies.file(page, file);
        return ready();
    }

    private StudyEditor ready() {
        StudyEditor editor = assertInstanceOf(StudyEditor.class, page.getActiveEditor());
        WindowProbe.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        return editor;
    }

    private static void rename(StudyEditor editor, String name) {
        StudyDocument document = editor.document();
        document.editing().stack().execute(SetCommand.create(document.editing(), document.study(),
                IsoflopPackage.Literals.ELEMENT__NAME, Text.of(name)));
    }

    private static int count(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? 0 : names.length;
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    delete(file);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
