package org.isoflop.ui.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Product;
import org.isoflop.ui.handover.OpenWindow;
import org.isoflop.ui.handover.SecondStart;

/** The workbench as an Eclipse application: one window for each area of settings. */
public final class Application implements IApplication {

    private static final Integer NO_AREA = Integer.valueOf(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public Object start(IApplicationContext context) {
        Display.setAppName(Messages.text("product.name"));
        List<Path> files = StartFiles.of(Platform.getApplicationArgs()).paths();
        Location area = Platform.getInstanceLocation();
        try {
            if (area == null) {
                return refuse(InstanceArea.folder());
            }
            // The other window may be about to open or to close.
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!InstanceArea.claim(area)) {
                if (SecondStart.handOver(Product.path(area), files)) {
                    return EXIT_OK;
                }
                if (System.nanoTime() > end) {
                    return refuse(Product.path(area));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException e) {
            return refuse(area.isSet() ? Product.path(area) : InstanceArea.folder());
        }
        StartRequests requests = new StartRequests(files);
        try (OpenWindow ear = area.isReadOnly() ? null : OpenWindow.listen(Product.path(area), requests::take)) {
            return run(requests, StartMark.set(area));
        }
    }

    private static Object refuse(Path area) {
        System.err.println(Messages.text("start.noArea", area));
        return NO_AREA;
    }

    private static Object run(StartRequests requests, StartMark mark) {
        Display display = PlatformUI.createDisplay();
        // The desktop of macOS names files by an event.
        display.addListener(SWT.OpenDocument, event -> requests.take(StartFiles.of("-open", event.text).paths()));
        try {
            int code = PlatformUI.createAndRunWorkbench(display, new StudyWorkbenchAdvisor(requests, mark));
            return code == PlatformUI.RETURN_RESTART ? IApplication.EXIT_RESTART : IApplication.EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
