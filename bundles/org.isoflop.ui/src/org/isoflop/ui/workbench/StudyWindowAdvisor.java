package org.isoflop.ui.workbench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.contexts.IContextService;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;

/** Configures the window of the product. */
final class StudyWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point SIZE = new Point(1280, 860);

    StudyWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new MainMenu(configurer, getWindowConfigurer().getWindow());
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(SIZE);
        configurer.setTitle(Messages.text("product.name"));
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(false);
        configurer.setShowPerspectiveBar(false);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.addEditorAreaTransfer(FileTransfer.getInstance());
        configurer.configureEditorAreaDropListener(new FileDrop());
    }

    @Override
    public void postWindowOpen() {
        Shell shell = getWindowConfigurer().getWindow().getShell();
        shell.setData(Ids.STYLE_CLASS_KEY,
                Objects.toString(shell.getData(Ids.STYLE_CLASS_KEY), "") + " " + Ids.WINDOW_STYLE_CLASS);
        WindowTitle title = new WindowTitle(getWindowConfigurer());
        getWindowConfigurer().getWindow().getPartService().addPartListener(title);
        title.update();
        getWindowConfigurer().getWindow().getService(IContextService.class).activateContext(Ids.CONTEXT);
    }

    /** Opens the files that are dropped on the editor area. */
    private final class FileDrop extends DropTargetAdapter {

        @Override
        public void dragEnter(DropTargetEvent event) {
            if (event.detail == DND.DROP_DEFAULT) {
                event.detail = DND.DROP_COPY;
            }
        }

        @Override
        public void drop(DropTargetEvent event) {
            IWorkbenchWindow window = getWindowConfigurer().getWindow();
            if (window.getActivePage() != null && event.data instanceof String[] files) {
                List<Path> paths = Arrays.stream(files).map(Path::of).toList();
                // The program that files are dragged from waits for the end of the drop.
                window.getShell().getDisplay().asyncExec(() -> OpenFileHandler.open(window, paths));
            }
        }
    }
}
