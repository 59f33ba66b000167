package org.isoflop.ui;

/** The ids that plugin.xml and code share. */
public final class Ids {

    /** The bundle. */
    public static final String BUNDLE = "org.isoflop.ui";
    /** The perspective. */
    public static final String PERSPECTIVE = "org.isoflop.ui.perspective";
    /** The view that lists open studies, recent studies and examples. */
    public static final String STUDIES_VIEW = "org.isoflop.ui.views.studies";
    /** The view that draws scaling curves. */
    public static final String SCALING_CURVES_VIEW = "org.isoflop.ui.views.scalingCurves";
    /** The editor of a study. */
    public static final String STUDY_EDITOR = "org.isoflop.ui.editors.study";
    /** The factory that restores editor inputs when the window comes back. */
    public static final String INPUT_FACTORY = "org.isoflop.ui.inputs";
    /** The context in which the key bindings of the product hold. */
    public static final String CONTEXT = "org.isoflop.ui.context";
    /** The command that asks for files and opens them. */
    public static final String OPEN_FILE = "org.isoflop.ui.commands.openFile";
    /** The command that reads the study of the active editor again. */
    public static final String RELOAD = "org.isoflop.ui.commands.reload";
    /** The command that sets the theme; its parameter is {@link #THEME_PARAMETER}. */
    public static final String SET_THEME = "org.isoflop.ui.commands.setTheme";
    /** The parameter of {@link #SET_THEME}: the id of a theme. */
    public static final String THEME_PARAMETER = "org.isoflop.ui.commands.setTheme.theme";
    /** The command that puts the views back where the perspective has them. */
    public static final String RESET_LAYOUT = "org.isoflop.ui.commands.resetLayout";
    /** The command that says what Isoflop is and which version runs. */
    public static final String ABOUT = "org.isoflop.ui.commands.about";
    /** The light theme of the platform. */
    public static final String LIGHT_THEME = "org.eclipse.e4.ui.css.theme.e4_default";
    /** The dark theme of the platform. */
    public static final String DARK_THEME = "org.eclipse.e4.ui.css.theme.e4_dark";
    /** The key of a control's data that keeps style sheets away from it. */
    public static final String NO_STYLE_SHEET = "org.eclipse.e4.ui.css.disabled";
    /** The key of a control's data that names its class for style sheets. */
    public static final String STYLE_CLASS_KEY = "org.eclipse.e4.ui.css.CssClassName";
    /** The class of our parts in style sheets. */
    public static final String STYLE_CLASS = "isoflop";

    private Ids() {
    }
}
