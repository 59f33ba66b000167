package org.isoflop.ui.imports;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.isoflop.ui.Messages;

/** Asks what models are imported from. */
final class SourcePage extends WizardPage {

    private static final int INDENT = 24;
    private static final int WIDTH = 80;

    private Button configs;
    private boolean isTable;

    SourcePage() {
        super("source");
        setTitle(Messages.text("import.title"));
        setDescription(Messages.text("import.source.description"));
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().spacing(0, 4).margins(12, 12).applyTo(page);
        configs = choice(page, "import.source.configs", "import.source.configs.help", false);
        choice(page, "import.source.table", "import.source.table.help", true);
        configs.setSelection(true);
        setControl(page);
    }

    private Button choice(Composite page, String key, String help, boolean table) {
        Button button = new Button(page, SWT.RADIO);
        button.setText(Messages.text(key));
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                isTable = table;
                getContainer().updateButtons();
            }
        });
        Label label = new Label(page, SWT.WRAP);
        label.setText(Messages.text(help));
        GridDataFactory.fillDefaults().indent(INDENT, 0).hint(convertWidthInCharsToPixels(WIDTH), SWT.DEFAULT)
                .applyTo(label);
        return button;
    }

    /** Whether a table is wanted rather than configurations. */
    boolean isTable() {
        return isTable;
    }
}
