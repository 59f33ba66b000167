package org.isoflop.ui.editor;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Study;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;
import org.isoflop.ui.input.StudyFileInput;
import org.isoflop.ui.studies.RecentStudies;

/** Saves the study of an editor, asking where and whether to replace what the user has not seen. */
final class StudySaver {

    private static final String SUFFIX = ".isoflop";

    private final StudyEditor editor;
    private final StudyDocument document;

    StudySaver(StudyEditor editor) {
        this.editor = editor;
        this.document = editor.document();
    }

    /** Saves to the study's own file, or asks for one. Returns whether the study was saved. */
    boolean save() {
        Path file = document.file();
        if (file == null) {
            return saveAs();
        }
        return switch (document.disk()) {
            case SAME, DELETED -> write(file, document.stamp());
            case CHANGED -> switch (ask("save.changed", file, "save.replace", "save.elsewhere", "button.cancel")) {
                case 0 -> write(file, document.stamp());
                case 1 -> saveAs();
                default -> false;
            };
        };
    }

    /** Asks for a file and saves there. Returns whether the study was saved. */
    boolean saveAs() {
        FileDialog dialog = new FileDialog(shell(), SWT.SAVE);
        dialog.setText(Messages.text("save.as"));
        dialog.setFilterNames(new String[] {Messages.text("open.studies")});
        dialog.setFilterExtensions(new String[] {"*" + SUFFIX});
        Path file = document.file();
        if (file != null) {
            dialog.setFilterPath(String.valueOf(file.getParent()));
        }
        dialog.setFileName(file == null ? Objects.toString(document.study().getId(), "study") + SUFFIX
                : String.valueOf(file.getFileName()));
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        return chosen != null && saveAs(chosen);
    }

    /** Saves under a name from a dialog, which has asked about replacing that very file, but no other. */
    boolean saveAs(String chosen) {
        boolean asked = chosen.endsWith(SUFFIX);
        return write(Path.of(asked ? chosen : chosen + SUFFIX), asked ? null : Stamp.ABSENT);
    }

    private boolean write(Path target, Stamp expected) {
        Study copy = EcoreUtil.copy(document.study());
        Stamp[] written = new Stamp[1];
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
                monitor.beginTask(Messages.text("save.saving", target), 1);
                try {
                    written[0] = Studies.save(target, copy, expected);
                } catch (StudyFileException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            return failed(target, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        boolean moved = !target.equals(document.file());
        document.saved(target, written[0]);
        if (moved) {
            editor.moved(new StudyFileInput(target));
        }
        RecentStudies.add(target);
        return true;
    }

    private boolean failed(Path target, Throwable fault) {
        if (fault instanceof StudyFileException known && known.code().equals("E_CHANGED_ON_DISK")) {
            return switch (ask("save.changed", target, "save.replace", "save.elsewhere", "button.cancel")) {
                case 0 -> write(target, null);
                case 1 -> saveAs();
                default -> false;
            };
        }
        Exception reason = fault instanceof Exception exception ? exception : new IllegalStateException(fault);
        String sentence = Faults.sentence(reason, "save.failed", target);
        int answer = MessageDialog.open(MessageDialog.ERROR, shell(), Messages.text("save.title"), sentence, 0,
                Messages.text("save.elsewhere"), Messages.text("button.close"));
        return answer == 0 && saveAs();
    }

    private int ask(String question, Path file, String... answers) {
        String[] buttons = new String[answers.length];
        for (int i = 0; i < answers.length; i++) {
            buttons[i] = Messages.text(answers[i]);
        }
        return MessageDialog.open(MessageDialog.QUESTION, shell(), Messages.text("save.title"),
                Messages.text(question, file), 0, buttons);
    }

    private Shell shell() {
        return editor.getSite().getShell();
    }
}
