package org.isoflop.ui.workbench;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.isoflop.ui.Ids;
import org.isoflop.ui.preference.Preferences;

/** Keeps the theme of the window at what the preference asks for, and follows the desktop if it does. */
final class Themes {

    /** Where the platform keeps the theme that it opens its next window with. */
    private static final String PLATFORM_NODE = "org.eclipse.e4.ui.css.swt.theme";
    private static final String PLATFORM_KEY = "themeid";

    private final Display display = Display.getCurrent();
    private final Listener desktop = event -> apply();
    private final IPreferenceChangeListener chosen = event -> {
        if (event.getKey().equals(Preferences.THEME)) {
            display.asyncExec(this::apply);
        }
    };

    void start() {
        display.addListener(SWT.Settings, desktop);
        node(Ids.BUNDLE).addPreferenceChangeListener(chosen);
        apply();
    }

    void stop() {
        node(Ids.BUNDLE).removePreferenceChangeListener(chosen);
        if (!display.isDisposed()) {
            display.removeListener(SWT.Settings, desktop);
        }
    }

    private static IEclipsePreferences node(String name) {
        return InstanceScope.INSTANCE.getNode(name);
    }

    private void apply() {
        IThemeEngine engine = PlatformUI.isWorkbenchRunning()
                ? PlatformUI.getWorkbench().getService(IThemeEngine.class) : null;
        if (engine == null) {
            return;
        }
        boolean follows = Preferences.theme().equals(Preferences.SYSTEM_THEME);
        String desktopTheme = Display.isSystemDarkTheme() ? Ids.DARK_THEME : Ids.LIGHT_THEME;
        String wanted = follows ? desktopTheme : Preferences.theme();
        ITheme active = engine.getActiveTheme();
        if (active == null || !active.getId().equals(wanted)) {
            engine.setTheme(wanted, !follows);
        }
        if (follows) {
            node(PLATFORM_NODE).remove(PLATFORM_KEY);
        } else {
            node(PLATFORM_NODE).put(PLATFORM_KEY, wanted);
        }
        PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(Ids.SET_THEME, null);
    }
}
