package org.isoflop.ui.workbench;

import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.isoflop.core.Version;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;

/** What Isoflop is, which version runs, how to cite it, and the licences. */
final class AboutDialog extends Dialog {

    private static final int COPY = IDialogConstants.CLIENT_ID;
    private static final int CHARACTERS = 84;
    private static final int CITATION_LINES = 2;
    private static final int LICENCE_LINES = 11;

    AboutDialog(Shell parent) {
        super(parent);
    }

    static String citation() {
        return Messages.text("about.citation", Version.text());
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("about.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2)
                .spacing(convertHorizontalDLUsToPixels(IDialogConstants.HORIZONTAL_MARGIN),
                        IDialogConstants.VERTICAL_SPACING)
                .margins(convertHorizontalDLUsToPixels(IDialogConstants.HORIZONTAL_MARGIN),
                        convertVerticalDLUsToPixels(IDialogConstants.HORIZONTAL_MARGIN))
                .applyTo(area);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), area);
        Label logo = new Label(area, SWT.NONE);
        logo.setImage(images.create(Icon.LOGO.descriptor()));
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).applyTo(logo);
        Label text = new Label(area, SWT.WRAP);
        text.setText(Messages.text("about.text", Version.text(), System.getProperty("java.version"),
                System.getProperty("os.name"), System.getProperty("os.arch"),
                Platform.getLogFileLocation().toFile().getParent()));
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(CHARACTERS), SWT.DEFAULT)
                .applyTo(text);
        block(area, "about.cite", citation(), CITATION_LINES);
        block(area, "about.licences", licences(), LICENCE_LINES);
        return area;
    }

    private void block(Composite area, String heading, String content, int lines) {
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.text(heading));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, IDialogConstants.VERTICAL_SPACING).applyTo(label);
        Text text = new Text(area, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL);
        text.setText(content);
        GridDataFactory.fillDefaults().grab(true, lines > CITATION_LINES).span(2, 1)
                .hint(convertWidthInCharsToPixels(CHARACTERS), text.getLineHeight() * lines).applyTo(text);
    }

    private static String licences() {
        return Messages.text("about.own") + "\n\n" + Parts.present().stream()
                .map(part -> Messages.text("about.part", part.name(), part.licence()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COPY, Messages.text("about.copyCitation"), false);
        createButton(parent, IDialogConstants.CLOSE_ID, Messages.text("button.close"), true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == COPY) {
            Notice.copy(citation());
        } else {
            close();
        }
    }
}
