package org.isoflop.ui.workbench;

import java.util.Set;

import org.eclipse.core.commands.Command;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/**
 * The commands of the platform that mean something here. The others are those of an IDE, or act on perspectives and
 * projects, which this window does not have; they are taken out with the platform's preferences, so that Quick Access
 * does not offer them.
 */
final class Leftovers {

    private static final String OURS = "org.isoflop.";
    private static final String PLATFORM = "org.eclipse.ui.";
    private static final Set<String> KEPT = Set.of("activeContextInfo", "file.close", "file.closeAll",
            "file.closeOthers", "file.closePart", "file.exit", "file.save", "file.saveAll", "file.saveAs",
            "part.nextPage", "part.previousPage",
            "views.properties.NewPropertySheetCommand", "views.showView", "window.activateEditor",
            "window.fullscreenmode", "window.maximizePart",
            "window.minimizePart", "window.nextEditor", "window.nextView", "window.openEditorDropDown",
            "window.preferences", "window.previousEditor", "window.previousView", "window.quickAccess",
            "window.showContextMenu", "window.showSystemMenu", "window.showViewMenu", "window.switchToEditor");
    /** The views of the platform hang their own actions on these. */
    private static final String NAVIGATION = "navigate.";
    private static final Set<String> EDITING = Set.of("edit.copy", "edit.cut", "edit.delete", "edit.findReplace",
            "edit.paste", "edit.redo", "edit.rename", "edit.selectAll", "edit.text.contentAssist.proposals",
            "edit.undo");

    private Leftovers() {
    }

    static boolean isKept(String command) {
        if (!command.startsWith(PLATFORM)) {
            return command.startsWith(OURS);
        }
        String name = command.substring(PLATFORM.length());
        return KEPT.contains(name) || EDITING.contains(name) || name.startsWith(NAVIGATION);
    }

    static void remove() {
        removeCommands();
        PreferenceManager pages = PlatformUI.getWorkbench().getPreferenceManager();
        for (IPreferenceNode page : pages.getRootSubNodes()) {
            if (!page.getId().startsWith(OURS)) {
                pages.remove(page);
            }
        }
    }

    private static void removeCommands() {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        for (Command command : commands.getDefinedCommands()) {
            if (!isKept(command.getId())) {
                command.undefine();
            }
        }
    }
}
