package org.isoflop.ui.workbench;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchWindow;
import org.isoflop.ui.Messages;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.studies.RecentStudies;

/** The submenu of files that were opened last. */
final class RecentMenu extends MenuManager {

    private final IWorkbenchWindow window;

    RecentMenu(IWorkbenchWindow window) {
        super(Messages.text("menu.recent"), "recent");
        this.window = window;
        // A menu without entries is not shown, and so would never be filled.
        add(new Separator());
        setRemoveAllWhenShown(true);
        addMenuListener(menu -> fill());
    }

    private void fill() {
        List<Path> paths = RecentStudies.list();
        for (Path path : paths) {
            String label = Messages.text("menu.recent.file", path.getFileName(), path.getParent());
            add(action(label.replace("&", "&&"), () -> OpenStudies.file(window.getActivePage(), path)));
        }
        if (paths.isEmpty()) {
            Action none = action(Messages.text("menu.recent.none"), () -> {
            });
            none.setEnabled(false);
            add(none);
        } else {
            add(new Separator());
            add(action(Messages.text("menu.recent.clear"), () -> paths.forEach(RecentStudies::remove)));
        }
    }

    private static Action action(String label, Runnable task) {
        return new Action(label) {
            @Override
            public void run() {
                task.run();
            }
        };
    }

    @Override
    public boolean isVisible() {
        return true;
    }
}
