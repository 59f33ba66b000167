package org.isoflop.ui.preference;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.isoflop.ui.Ids;
import org.isoflop.ui.chart.PlotRenderers;

/** The defaults of the preferences. */
public final class Defaults extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences node = DefaultScope.INSTANCE.getNode(Ids.BUNDLE);
        node.put(PlotRenderers.PREFERENCE, PlotRenderers.installed().getFirst().id());
        node.put(Preferences.THEME, Preferences.SYSTEM_THEME);
        node.putBoolean(Preferences.WELCOME, true);
        node.putBoolean(Preferences.RECOVERY, true);
        node.putInt(Preferences.RECOVERY_SECONDS, Preferences.DEFAULT_SECONDS);
    }
}
