package org.isoflop.ui.command;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;

/** The Edit menu: undo and redo by the names of what they do, and what can be done with the selection. */
public final class EditMenu {

    private static final String MENU = "edit";

    private EditMenu() {
    }

    /**
     * Makes the menu.
     *
     * @param window
     *            the window whose menu bar it goes into
     * @return the menu
     */
    public static MenuManager create(IWorkbenchWindow window) {
        MenuManager menu = new MenuManager(Messages.text("menu.edit"), MENU);
        Named undo = new Named(window, IWorkbenchCommandConstants.EDIT_UNDO, true);
        Named redo = new Named(window, IWorkbenchCommandConstants.EDIT_REDO, false);
        menu.add(undo);
        menu.add(redo);
        menu.addMenuListener(shown -> {
            undo.update();
            redo.update();
        });
        menu.add(new Separator());
        fill(menu, window);
        menu.add(new Separator());
        add(menu, window, IWorkbenchCommandConstants.EDIT_SELECT_ALL, "menu.selectAll");
        return menu;
    }

    /**
     * Adds what can be done with the selection.
     *
     * @param menu
     *            a menu
     * @param window
     *            its window
     */
    public static void fill(MenuManager menu, IWorkbenchWindow window) {
        add(menu, window, IWorkbenchCommandConstants.EDIT_CUT, "menu.cut");
        add(menu, window, IWorkbenchCommandConstants.EDIT_COPY, "menu.copy");
        add(menu, window, IWorkbenchCommandConstants.EDIT_PASTE, "menu.paste");
        menu.add(new Separator());
        add(menu, window, Ids.DUPLICATE, "menu.duplicate");
        add(menu, window, IWorkbenchCommandConstants.EDIT_DELETE, "menu.delete");
        menu.add(new Separator());
        add(menu, window, Ids.MOVE_UP, "menu.moveUp");
        add(menu, window, Ids.MOVE_DOWN, "menu.moveDown");
    }

    private static void add(MenuManager menu, IWorkbenchWindow window, String command, String label) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(window, label, command,
                CommandContributionItem.STYLE_PUSH);
        item.label = Messages.text(label);
        menu.add(new CommandContributionItem(item));
    }

    /** Undo or redo, by the name of what it would do. */
    private static final class Named extends Action {

        private final IWorkbenchWindow window;
        private final String command;
        private final boolean isUndo;

        Named(IWorkbenchWindow window, String command, boolean isUndo) {
            this.window = window;
            this.command = command;
            this.isUndo = isUndo;
            setId(command);
            setActionDefinitionId(command);
            update();
        }

        void update() {
            boolean isTyping = FocusedText.find().filter(this::isTyping).isPresent();
            StudyDocument document = document();
            var change = document == null ? null
                    : isUndo ? document.editing().stack().getUndoCommand()
                            : document.editing().stack().getRedoCommand();
            setEnabled(isTyping || change != null);
            String key = isUndo ? "menu.undo" : "menu.redo";
            String name = isTyping ? Messages.text("edit.typing") : change == null ? null : change.getLabel();
            // In a menu an ampersand stands before the letter to press.
            setText(name == null ? Messages.text(key) : Messages.text(key + ".named", name.replace("&", "&&")));
        }

        private boolean isTyping(FocusedText text) {
            return TextHistory.of(text.control().getDisplay())
                    .filter(history -> isUndo ? history.canUndo(text) : history.canRedo(text)).isPresent();
        }

        /** The study in front, if it can be edited. */
        private StudyDocument document() {
            return window.getActivePage() != null
                    && window.getActivePage().getActiveEditor() instanceof StudyEditor editor
                    && Scope.isEditable(editor.document()) ? editor.document() : null;
        }

        private IHandlerService handlers() {
            return window.getService(IHandlerService.class);
        }

        @Override
        public void run() {
            update();
            if (isEnabled()) {
                try {
                    handlers().executeCommand(command, null);
                } catch (CommandException e) {
                    Log.error(getText(), e);
                }
            }
        }
    }
}
