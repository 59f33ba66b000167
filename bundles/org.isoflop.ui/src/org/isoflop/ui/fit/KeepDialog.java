package org.isoflop.ui.fit;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;
import org.isoflop.ui.editor.OpenEditors;

/** Asks how the fit of the view is to be kept as a law, and keeps it. */
final class KeepDialog extends TitleAreaDialog {

    private static final int WIDTH = 90;

    private final FitAnswer answer;
    private final IWorkbenchPage page;
    private KeepForm form;
    private Keeping.Wanted kept;

    KeepDialog(Shell shell, FitAnswer answer, IWorkbenchPage page) {
        super(shell);
        this.answer = answer;
        this.page = page;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What the law is called now, or null if it was not kept. */
    Keeping.Wanted kept() {
        return kept;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("fit.keep.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(WIDTH), SWT.DEFAULT)
                .applyTo(area);
        GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(area);
        setTitle(Messages.text("fit.keep.title"));
        setMessage(Messages.text("fit.keep.description"));
        form = new KeepForm(area, OpenEditors.ready(page), this::check);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.text("fit.keep.ok"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        form.show(answer);
    }

    private void check() {
        String problem = form.problem();
        setErrorMessage(problem);
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
        }
    }

    @Override
    protected void okPressed() {
        try {
            Keeping.Wanted wanted = form.wanted();
            if (Keeping.keep(answer, wanted, form.document(), page)) {
                kept = wanted;
                super.okPressed();
            }
        } catch (StudyFileException | RuntimeException e) {
            setErrorMessage(Faults.sentence(e, "fit.fault"));
        }
    }
}
