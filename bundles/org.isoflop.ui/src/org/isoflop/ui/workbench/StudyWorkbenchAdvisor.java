package org.isoflop.ui.workbench;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.isoflop.ui.Ids;
import org.isoflop.ui.recovery.Recovery;
import org.isoflop.ui.welcome.Welcome;

/** Configures the workbench of the product. */
final class StudyWorkbenchAdvisor extends WorkbenchAdvisor {

    private final StartRequests requests;
    private final StartMark mark;
    private final FaultNotice notice = new FaultNotice();
    private Themes themes;

    StudyWorkbenchAdvisor(StartRequests requests, StartMark mark) {
        this.requests = requests;
        this.mark = mark;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new StudyWindowAdvisor(configurer);
    }

    @Override
    public void preStartup() {
        themes = new Themes();
        themes.start();
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.PERSPECTIVE;
    }

    @Override
    public void postStartup() {
        mark.clear();
        Leftovers.remove();
        requests.windowOpened();
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            Welcome welcome = new Welcome(window.getActivePage());
            window.getPartService().addPartListener(welcome);
            welcome.showIfEmpty();
        }
        Recovery.start();
    }

    @Override
    public boolean preShutdown() {
        requests.windowClosed();
        return true;
    }

    @Override
    public void postShutdown() {
        themes.stop();
    }

    @Override
    public void eventLoopException(Throwable fault) {
        notice.report(fault);
    }
}
