package org.isoflop.ui.workbench;

import java.util.Map;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.views.IViewDescriptor;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.command.EditMenu;
import org.isoflop.ui.preference.Preferences;

/** The menu bar: only what works, and every label in the user's language. */
final class MainMenu extends ActionBarAdvisor {

    private static final String VIEW_PARAMETER = "org.eclipse.ui.views.showView.viewId";
    /** Ids of our own, so that no plug-in of an IDE finds the menus it would add to. */
    private static final String MENU = "org.isoflop.ui.menus.";
    private static final String QUICK_ACCESS = "org.eclipse.ui.window.quickAccess";
    private final IWorkbenchWindow window;

    MainMenu(IActionBarConfigurer configurer, IWorkbenchWindow window) {
        super(configurer);
        this.window = window;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(fileMenu());
        bar.add(EditMenu.create(window));
        bar.add(windowMenu());
        bar.add(helpMenu());
    }

    private MenuManager fileMenu() {
        MenuManager file = new MenuManager(Messages.text("menu.file"), MENU + "file");
        add(file, Ids.NEW_STUDY, "menu.new");
        add(file, Ids.FIT, "menu.fit");
        add(file, Ids.COMPARE, "menu.compare");
        add(file, Ids.OPEN_FILE, "menu.open");
        file.add(new RecentMenu(window));
        add(file, Ids.IMPORT, "menu.import");
        file.add(new Separator());
        add(file, IWorkbenchCommandConstants.FILE_CLOSE, "menu.close");
        add(file, IWorkbenchCommandConstants.FILE_CLOSE_ALL, "menu.closeAll");
        file.add(new Separator());
        add(file, IWorkbenchCommandConstants.FILE_SAVE, "menu.save");
        add(file, IWorkbenchCommandConstants.FILE_SAVE_AS, "menu.saveAs");
        add(file, IWorkbenchCommandConstants.FILE_SAVE_ALL, "menu.saveAll");
        add(file, Ids.RELOAD, "menu.reload");
        file.add(new Separator());
        add(file, IWorkbenchCommandConstants.FILE_EXIT, "menu.exit");
        return file;
    }

    private MenuManager windowMenu() {
        MenuManager views = new MenuManager(Messages.text("menu.showView"), MENU + "showView");
        Ids.VIEWS.forEach(view -> addView(views, view));
        MenuManager theme = new MenuManager(Messages.text("menu.theme"), MENU + "theme");
        addTheme(theme, Preferences.SYSTEM_THEME, "menu.theme.system");
        addTheme(theme, Ids.LIGHT_THEME, "menu.theme.light");
        addTheme(theme, Ids.DARK_THEME, "menu.theme.dark");
        MenuManager menu = new MenuManager(Messages.text("menu.window"), MENU + "window");
        menu.add(views);
        menu.add(theme);
        menu.add(new Separator());
        add(menu, Ids.RESET_LAYOUT, "menu.resetLayout");
        menu.add(new Separator());
        add(menu, IWorkbenchCommandConstants.WINDOW_PREFERENCES, "menu.preferences");
        return menu;
    }

    private MenuManager helpMenu() {
        MenuManager help = new MenuManager(Messages.text("menu.help"), MENU + "help");
        add(help, Ids.WELCOME, "menu.welcome");
        add(help, Ids.USER_GUIDE, "menu.userGuide");
        add(help, QUICK_ACCESS, "menu.quickAccess");
        help.add(new Separator());
        addView(help, Ids.LOG_VIEW);
        add(help, Ids.REPORT_PROBLEM, "menu.reportProblem");
        help.add(new Separator());
        add(help, Ids.ABOUT, "menu.about");
        return help;
    }

    private void add(MenuManager menu, String command, String label) {
        menu.add(item(command, label, Map.of(), CommandContributionItem.STYLE_PUSH));
    }

    // A view that is not installed has no entry.
    private void addView(MenuManager menu, String view) {
        IViewDescriptor descriptor = window.getWorkbench().getViewRegistry().find(view);
        if (descriptor != null) {
            CommandContributionItemParameter item = new CommandContributionItemParameter(window, view,
                    IWorkbenchCommandConstants.VIEWS_SHOW_VIEW, CommandContributionItem.STYLE_PUSH);
            item.label = descriptor.getLabel();
            item.icon = descriptor.getImageDescriptor();
            item.parameters = Map.of(VIEW_PARAMETER, view);
            menu.add(new CommandContributionItem(item));
        }
    }

    private void addTheme(MenuManager menu, String theme, String label) {
        menu.add(item(Ids.SET_THEME, label, Map.of(Ids.THEME_PARAMETER, theme),
                CommandContributionItem.STYLE_RADIO));
    }

    private CommandContributionItem item(String command, String label, Map<String, String> parameters, int style) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(window, label, command, style);
        item.label = Messages.text(label);
        item.parameters = parameters;
        return new CommandContributionItem(item);
    }
}
