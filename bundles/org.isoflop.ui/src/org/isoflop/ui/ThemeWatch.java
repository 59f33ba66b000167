package org.isoflop.ui;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;
import org.isoflop.analysis.plot.Theme;
import org.osgi.service.event.EventHandler;

/** Tells light from dark, and when the theme of the workbench changes. */
public final class ThemeWatch {

    private static final double MIDDLE = 128;

    private final IEventBroker broker;
    private final EventHandler handler;

    /**
     * Calls back on the UI thread after each change of the theme, until {@link #dispose()}.
     *
     * @param services
     *            the site of a part
     * @param control
     *            nothing is called back once it is disposed
     * @param changed
     *            called when all controls have the new theme
     */
    public ThemeWatch(IServiceLocator services, Control control, Runnable changed) {
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

    /**
     * Tells the theme of a styled control by the lightness of its background.
     *
     * @param control
     *            the control
     * @return light or dark
     */
    public static Theme of(Control control) {
        RGB rgb = control.getBackground().getRGB();
        double lightness = 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue;
        return lightness < MIDDLE ? Theme.DARK : Theme.LIGHT;
    }

    /** Calls back no more. */
    public void dispose() {
        if (broker != null) {
            broker.unsubscribe(handler);
        }
    }
}
