package org.isoflop.ui.preference;

import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Product;
import org.isoflop.ui.chart.PlotRenderers;

/** The one page of preferences. */
public final class IsoflopPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH = 400;

    private BooleanFieldEditor recovery;
    private IntegerFieldEditor seconds;

    /** Creates the page. */
    public IsoflopPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, Ids.BUNDLE));
    }

    @Override
    protected void createFieldEditors() {
        Composite parent = getFieldEditorParent();
        if (Product.isRunning()) {
            addField(new ComboFieldEditor(Preferences.THEME, Messages.text("preference.theme"),
                    new String[][] {{Messages.text("preference.theme.system"), Preferences.SYSTEM_THEME},
                        {Messages.text("preference.theme.light"), Ids.LIGHT_THEME},
                        {Messages.text("preference.theme.dark"), Ids.DARK_THEME}},
                    parent));
            addField(new BooleanFieldEditor(Preferences.WELCOME, Messages.text("preference.welcome"), parent));
        }
        List<PlotRenderers.Kind> renderers = PlotRenderers.installed();
        if (renderers.size() > 1) {
            addField(new ComboFieldEditor(PlotRenderers.PREFERENCE, Messages.text("preference.plotRenderer"),
                    renderers.stream().map(kind -> new String[] {kind.name(), kind.id()}).toArray(String[][]::new),
                    parent));
        }
        recovery = new BooleanFieldEditor(Preferences.RECOVERY, Messages.text("preference.recovery"), parent);
        addField(recovery);
        seconds = new IntegerFieldEditor(Preferences.RECOVERY_SECONDS, Messages.text("preference.recoverySeconds"),
                parent, 2);
        seconds.setValidRange(Preferences.SHORTEST, Preferences.LONGEST);
        seconds.setErrorMessage(
                Messages.text("preference.recoverySeconds.range", Preferences.SHORTEST, Preferences.LONGEST));
        addField(seconds);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        super.createContents(page);
        if (Product.isRunning()) {
            Label language = new Label(page, SWT.WRAP);
            language.setText(Messages.text("preference.language"));
            GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(language);
        }
        enable(getPreferenceStore().getBoolean(Preferences.RECOVERY));
        return page;
    }

    private void enable(boolean copies) {
        seconds.setEnabled(copies, getFieldEditorParent());
    }

    @Override
    protected void performDefaults() {
        super.performDefaults();
        enable(recovery.getBooleanValue());
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        super.propertyChange(event);
        if (event.getSource() == recovery) {
            enable(recovery.getBooleanValue());
        }
    }
}
