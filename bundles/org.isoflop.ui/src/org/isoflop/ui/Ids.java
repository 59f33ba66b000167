package org.isoflop.ui;

import java.util.List;

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
    /** The view that draws loss against parameters at constant compute. */
    public static final String ISOFLOP_VIEW = "org.isoflop.ui.views.isoflop";
    /** The view that draws what the next doubling gains. */
    public static final String DIMINISHING_RETURNS_VIEW = "org.isoflop.ui.views.diminishingReturns";
    /** The view that draws the strategies of a scenario by two measures. */
    public static final String TRADE_OFFS_VIEW = "org.isoflop.ui.views.tradeOffs";
    /** The view that draws where costs cross. */
    public static final String BREAK_EVEN_VIEW = "org.isoflop.ui.views.breakEven";
    /** The view that draws what moves a decision. */
    public static final String SENSITIVITY_VIEW = "org.isoflop.ui.views.sensitivity";
    /** The view that draws what serving gives. */
    public static final String SERVING_VIEW = "org.isoflop.ui.views.serving";
    /** The view that draws what a longer context takes. */
    public static final String CONTEXT_VIEW = "org.isoflop.ui.views.context";
    /** The view that draws what training takes. */
    public static final String TRAINING_VIEW = "org.isoflop.ui.views.training";
    /** The view that draws models and prices over the years. */
    public static final String TIMELINE_VIEW = "org.isoflop.ui.views.timeline";
    /** The view that shows how far a fit can be trusted. */
    public static final String FIT_VIEW = "org.isoflop.ui.views.fit";
    /** The view that shows what ships with the product. */
    public static final String CATALOG_VIEW = "org.isoflop.ui.views.catalog";
    /** The view that lists what was found in the active study. */
    public static final String FINDINGS_VIEW = "org.isoflop.ui.views.findings";
    /** The outline of the platform. */
    public static final String OUTLINE_VIEW = "org.eclipse.ui.views.ContentOutline";
    /** The properties of the platform. */
    public static final String PROPERTIES_VIEW = "org.eclipse.ui.views.PropertySheet";
    /** The error log of the platform. */
    public static final String LOG_VIEW = "org.eclipse.pde.runtime.LogView";
    /** The views of the product, in the order of its menu. */
    public static final List<String> VIEWS = List.of(STUDIES_VIEW, CATALOG_VIEW, SCALING_CURVES_VIEW, ISOFLOP_VIEW,
            DIMINISHING_RETURNS_VIEW, TRADE_OFFS_VIEW, BREAK_EVEN_VIEW, SENSITIVITY_VIEW, SERVING_VIEW, CONTEXT_VIEW,
            TRAINING_VIEW, TIMELINE_VIEW, FIT_VIEW, OUTLINE_VIEW, PROPERTIES_VIEW, FINDINGS_VIEW);
    /** The editor of a study. */
    public static final String STUDY_EDITOR = "org.isoflop.ui.editors.study";
    /** The welcome page, which is opened in place of an editor. */
    public static final String WELCOME_EDITOR = "org.isoflop.ui.editors.welcome";
    /** The factory that restores editor inputs when the window comes back. */
    public static final String INPUT_FACTORY = "org.isoflop.ui.inputs";
    /** The context in which the key bindings of the product hold. */
    public static final String CONTEXT = "org.isoflop.ui.context";
    /** The command that opens the wizard of new studies. */
    public static final String NEW_STUDY = "org.isoflop.ui.commands.newStudy";
    /** The command that opens the wizard which fits a law to runs. */
    public static final String FIT = "org.isoflop.ui.commands.fit";
    /** The command that opens the wizard which compares fine-tuning with pretraining. */
    public static final String COMPARE = "org.isoflop.ui.commands.compare";
    /** The command that opens the import wizard. */
    public static final String IMPORT = "org.isoflop.ui.commands.import";
    /** The command that asks for files and opens them. */
    public static final String OPEN_FILE = "org.isoflop.ui.commands.openFile";
    /** The command that reads the study of the active editor again. */
    public static final String RELOAD = "org.isoflop.ui.commands.reload";
    /** The command that sets the theme; its parameter is {@link #THEME_PARAMETER}. */
    public static final String SET_THEME = "org.isoflop.ui.commands.setTheme";
    /** The parameter of {@link #SET_THEME}: the id of a theme, or {@code system}. */
    public static final String THEME_PARAMETER = "org.isoflop.ui.commands.setTheme.theme";
    /** The command that puts the views back where the perspective has them. */
    public static final String RESET_LAYOUT = "org.isoflop.ui.commands.resetLayout";
    /** The command that shows the welcome page. */
    public static final String WELCOME = "org.isoflop.ui.commands.welcome";
    /** The command that opens the user guide in the browser of the system. */
    public static final String USER_GUIDE = "org.isoflop.ui.commands.userGuide";
    /** The command that copies what a report of a problem needs. */
    public static final String REPORT_PROBLEM = "org.isoflop.ui.commands.reportProblem";
    /** The command that says what Isoflop is and which version runs. */
    public static final String ABOUT = "org.isoflop.ui.commands.about";
    /** The extension point that names what can draw charts. */
    public static final String PLOT_RENDERERS = "org.isoflop.ui.plotRenderers";
    /** The command that adds a copy of the selected object. */
    public static final String DUPLICATE = "org.isoflop.ui.commands.duplicate";
    /** The command that moves the selected object up in its list. */
    public static final String MOVE_UP = "org.isoflop.ui.commands.moveUp";
    /** The command that moves the selected object down in its list. */
    public static final String MOVE_DOWN = "org.isoflop.ui.commands.moveDown";
    /** The command that offers what can mend a finding. */
    public static final String QUICK_FIX = "org.isoflop.ui.commands.quickFix";
    /** The context in which the key bindings of a study hold. */
    public static final String STUDY_CONTEXT = "org.isoflop.ui.studyContext";
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
    /** The class of the product's window in style sheets. */
    public static final String WINDOW_STYLE_CLASS = "isoflopWindow";

    private Ids() {
    }
}
