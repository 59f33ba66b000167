package org.isoflop.ui.command;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.RefusedException;

/** A command that acts on the text of the field in focus, or else on the study in front. */
abstract class StudyHandler extends AbstractHandler {

    @Override
    public void setEnabled(Object context) {
        Optional<FocusedText> text = FocusedText.find();
        setBaseEnabled(text.isPresent() && isEnabled(text.get())
                || (text.isEmpty() || fallsThrough()) && Scope.of(context).filter(this::isEnabled).isPresent());
    }

    @Override
    public final Object execute(ExecutionEvent event) throws ExecutionException {
        Object context = event.getApplicationContext();
        Optional<FocusedText> text = FocusedText.find();
        if (text.isPresent() && isEnabled(text.get())) {
            run(text.get());
            return null;
        }
        Optional<Scope> scope = text.isEmpty() || fallsThrough() ? Scope.of(context).filter(this::isEnabled)
                : Optional.empty();
        if (scope.isPresent() && isInFront(scope.get())) {
            try {
                run(scope.get());
            } catch (RefusedException e) {
                MessageDialog.open(MessageDialog.INFORMATION, scope.get().shell(), title(), e.getMessage(), 0,
                        Messages.text("button.close"));
            }
        }
        return null;
    }

    // Under a dialog nothing happens to the study.
    private static boolean isInFront(Scope scope) {
        return scope.shell().getDisplay().getActiveShell() == null
                || scope.shell().getDisplay().getActiveShell() == scope.shell()
                || scope.shell().getDisplay().getActiveShell().getParent() == null;
    }

    /** Whether the command acts on the study if the text in focus has no use for it. */
    boolean fallsThrough() {
        return false;
    }

    abstract boolean isEnabled(FocusedText text);

    abstract void run(FocusedText text);

    abstract boolean isEnabled(Scope scope);

    abstract void run(Scope scope) throws RefusedException;

    /** The title of the dialog that says why the command cannot be carried out. */
    abstract String title();
}
