package org.isoflop.ui.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.isoflop.core.guide.Guide;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;

/** Opens the user guide in the browser of the system. */
public final class UserGuideHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Display display = Display.getCurrent();
        Path folder = Platform.getStateLocation(Platform.getBundle(Ids.BUNDLE)).toFile().toPath().resolve("guide");
        Job.create(Messages.text("guide.writing"), (ICoreRunnable) monitor -> {
            IOException fault = null;
            Path page = null;
            try {
                page = Guide.write(folder, Locale.getDefault());
            } catch (IOException e) {
                Log.error(folder.toString(), e);
                fault = e;
            }
            Path start = page;
            Exception reason = fault;
            if (!display.isDisposed()) {
                display.asyncExec(() -> open(start, reason));
            }
        }).schedule();
        return null;
    }

    private static void open(Path page, Exception fault) {
        if (page == null) {
            Notice.show(Messages.text("guide.title"), Messages.text("guide.failed"), fault);
        } else if (!Program.launch(page.toUri().toString())) {
            Notice.show(Messages.text("guide.title"), Messages.text("guide.noBrowser", page), new IOException(page
                    .toString()));
        }
    }
}
