package org.isoflop.ui.chart.slider;

import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolTip;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/** How the numbers of sliders are shown and refused. */
final class Ranges {

    private Ranges() {
    }

    static String text(double value, Unit unit) {
        return Quantities.format(value, unit, Locale.getDefault());
    }

    /** Says below a field why what was typed cannot stand. */
    static void refuse(Text field, String sentence) {
        ToolTip tip = new ToolTip(field.getShell(), SWT.BALLOON | SWT.ICON_WARNING);
        tip.setMessage(sentence);
        tip.setLocation(field.toDisplay(0, field.getSize().y));
        tip.setAutoHide(true);
        tip.addListener(SWT.Hide, event -> tip.getDisplay().asyncExec(tip::dispose));
        tip.setVisible(true);
    }
}
