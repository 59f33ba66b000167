package org.isoflop.ui.workbench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.isoflop.ui.Messages;
import org.isoflop.ui.imports.ImportWizard;
import org.isoflop.ui.input.OpenStudies;

/** Asks for study files and opens them. */
public final class OpenFileHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.text("open.title"));
        dialog.setFilterNames(new String[] {Messages.text("open.studies"), Messages.text("open.all")});
        dialog.setFilterExtensions(new String[] {"*.isoflop", "*"});
        if (dialog.open() != null && window.getActivePage() != null) {
            open(window, Arrays.stream(dialog.getFileNames())
                    .map(name -> Path.of(dialog.getFilterPath(), name)).toList());
        }
        return null;
    }

    /** Opens studies, and begins the import of what is none. */
    static void open(IWorkbenchWindow window, List<Path> files) {
        files.stream().filter(file -> !ImportWizard.takes(file))
                .forEach(file -> OpenStudies.file(window.getActivePage(), file));
        List<Path> imported = files.stream().filter(ImportWizard::takes).toList();
        if (!imported.isEmpty()) {
            ImportWizard.open(window, imported);
        }
    }
}
