package org.isoflop.ui.preference;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.osgi.service.prefs.BackingStoreException;

/** The preferences by name. */
public final class Preferences {

    /** Key of the theme: {@link #SYSTEM_THEME} or the id of a theme. */
    public static final String THEME = "theme";
    /** The theme that follows the desktop. */
    public static final String SYSTEM_THEME = "system";
    /** Key of whether the welcome page comes when no study is open. */
    public static final String WELCOME = "welcome";
    /** Key of whether unsaved work is copied. */
    public static final String RECOVERY = "recovery";
    /** Key of the seconds between two copies. */
    public static final String RECOVERY_SECONDS = "recoverySeconds";

    /** The shortest time between two copies of unsaved work, in seconds. */
    public static final int SHORTEST = 2;
    /** The longest time between two copies of unsaved work, in seconds; more than a minute of work is never lost. */
    public static final int LONGEST = 50;
    static final int DEFAULT_SECONDS = 15;

    private Preferences() {
    }

    /**
     * Returns the theme.
     *
     * @return {@link #SYSTEM_THEME} or the id of a theme
     */
    public static String theme() {
        return get(THEME, SYSTEM_THEME);
    }

    /**
     * Sets the theme.
     *
     * @param theme
     *            {@link #SYSTEM_THEME} or the id of a theme
     */
    public static void setTheme(String theme) {
        put(THEME, theme);
    }

    /**
     * Sets whether the welcome page comes when no study is open.
     *
     * @param shows
     *            whether it comes
     */
    public static void setShowsWelcome(boolean shows) {
        put(WELCOME, Boolean.toString(shows));
    }

    private static void put(String key, String value) {
        IEclipsePreferences node = InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
        node.put(key, value);
        try {
            node.flush();
        } catch (BackingStoreException e) {
            Log.error(key, e);
        }
    }

    /**
     * Tells whether the welcome page comes when no study is open.
     *
     * @return true by default
     */
    public static boolean showsWelcome() {
        return Boolean.parseBoolean(get(WELCOME, Boolean.toString(true)));
    }

    /**
     * Tells whether unsaved work is copied.
     *
     * @return true by default
     */
    public static boolean keepsRecovery() {
        return Boolean.parseBoolean(get(RECOVERY, Boolean.toString(true)));
    }

    /**
     * Returns the time between two copies of unsaved work.
     *
     * @return seconds, {@link #SHORTEST} to {@link #LONGEST}
     */
    public static int recoverySeconds() {
        String text = get(RECOVERY_SECONDS, Integer.toString(DEFAULT_SECONDS));
        try {
            return Math.clamp(Integer.parseInt(text), SHORTEST, LONGEST);
        } catch (NumberFormatException e) {
            return DEFAULT_SECONDS;
        }
    }

    private static String get(String key, String otherwise) {
        String fallback = DefaultScope.INSTANCE.getNode(Ids.BUNDLE).get(key, otherwise);
        return InstanceScope.INSTANCE.getNode(Ids.BUNDLE).get(key, fallback);
    }
}
