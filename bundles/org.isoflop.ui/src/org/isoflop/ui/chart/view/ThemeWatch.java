package org.isoflop.ui.chart.view;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;
import org.isoflop.analysis.plot.Theme;
import org.osgi.service.event.EventHandler;

/** Tells light from dark, and when the theme of the workbench changes. */
final class ThemeWatch {

    private static final double MIDDLE = 128;

    private final IEventBroker broker;
    private final EventHandler handler;

    /** Calls back on the UI thread after each change of the theme, until {@link #dispose()}. */
    ThemeWatch(IServiceLocator services, Control control, Runnable changed) {
        broker = services.getService(IEventBroker.class);
        handler = event -> control.getDisplay().asyncExec(() -> {
            if (!control.isDisposed()) {
                changed.run();
            }
        });
        if (broker != null) {
            broker.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
        }
    }

    /** The theme of a styled control, by the lightness of its background. */
    static Theme of(Control control) {
        RGB rgb = control.getBackground().getRGB();
        double lightness = 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue;
        return lightness < MIDDLE ? Theme.DARK : Theme.LIGHT;
    }

    void dispose() {
        if (broker != null) {
            broker.unsubscribe(handler);
        }
    }
}
