package org.isoflop.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IconAndMessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Says what went wrong in the user's words, with the details folded away, and does not stand in the way. */
public final class Notice extends IconAndMessageDialog {

    private static final int COPY = IDialogConstants.CLIENT_ID;
    private static final int LOG = COPY + 1;
    private static final int LINES = 14;

    private final String title;
    private final String details;
    private Text text;

    private Notice(Shell parent, String title, String sentence, String details) {
        super(parent);
        this.title = title;
        this.message = sentence;
        this.details = details;
        setShellStyle(SWT.DIALOG_TRIM | SWT.MODELESS | SWT.RESIZE);
        setBlockOnOpen(false);
    }

    /**
     * Shows a notice; the window stays usable. Called on the UI thread.
     *
     * @param title
     *            its title
     * @param sentence
     *            what happened, and what it means for the user's work
     * @param fault
     *            the fault behind it, which is in the log
     */
    public static void show(String title, String sentence, Throwable fault) {
        new Notice(window(), title, sentence, details(fault)).open();
    }

    private static Shell window() {
        IWorkbenchWindow window = PlatformUI.isWorkbenchRunning()
                ? PlatformUI.getWorkbench().getActiveWorkbenchWindow() : null;
        return window == null ? null : window.getShell();
    }

    private static String details(Throwable fault) {
        StringBuilder lines = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            lines.append(cause).append('\n');
            for (StackTraceElement element : cause.getStackTrace()) {
                lines.append("    ").append(element).append('\n');
            }
        }
        return lines.toString();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(convertHorizontalDLUsToPixels(
                IDialogConstants.HORIZONTAL_MARGIN),
                convertVerticalDLUsToPixels(IDialogConstants.VERTICAL_SPACING)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        createMessageArea(area);
        text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setText(details);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).exclude(true)
                .hint(SWT.DEFAULT, text.getLineHeight() * LINES).applyTo(text);
        text.setVisible(false);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.DETAILS_ID, Messages.text("notice.showDetails"), false);
        createButton(parent, COPY, Messages.text("notice.copy"), false);
        createButton(parent, LOG, Messages.text("notice.log"), false);
        createButton(parent, IDialogConstants.CLOSE_ID, Messages.text("button.close"), true);
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case IDialogConstants.DETAILS_ID -> fold();
            case COPY -> copy(details);
            case LOG -> openLog();
            default -> close();
        }
    }

    private void fold() {
        boolean show = !text.getVisible();
        ((GridData) text.getLayoutData()).exclude = !show;
        text.setVisible(show);
        getButton(IDialogConstants.DETAILS_ID)
                .setText(Messages.text(show ? "notice.hideDetails" : "notice.showDetails"));
        Point size = getShell().computeSize(getShell().getSize().x, SWT.DEFAULT);
        getShell().setSize(size);
        getShell().layout(true, true);
    }

    private static void openLog() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            try {
                window.getActivePage().showView(Ids.LOG_VIEW);
            } catch (PartInitException e) {
                Log.error(Ids.LOG_VIEW, e);
            }
        }
    }

    /**
     * Puts a text on the clipboard.
     *
     * @param text
     *            the text
     */
    public static void copy(String text) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    @Override
    protected Image getImage() {
        return getWarningImage();
    }
}
