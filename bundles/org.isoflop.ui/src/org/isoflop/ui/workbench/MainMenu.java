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
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;

/** The menu bar: only what works, and every label in the user's language. */
final class MainMenu extends ActionBarAdvisor {

    private static final String VIEW_PARAMETER = "org.eclipse.ui.views.showView.viewId";
    private final IWorkbenchWindow window;

    MainMenu(IActionBarConfigurer configurer, IWorkbenchWindow window) {
        super(configurer);
        this.window = window;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        MenuManager file = new MenuManager(Messages.text("menu.file"), "file");
        add(file, Ids.OPEN_FILE, "menu.open");
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
        bar.add(file);

        MenuManager views = new MenuManager(Messages.text("menu.showView"), "showView");
        addView(views, Ids.STUDIES_VIEW, "menu.view.studies");
        addView(views, Ids.SCALING_CURVES_VIEW, "menu.view.scalingCurves");
        MenuManager theme = new MenuManager(Messages.text("menu.theme"), "theme");
        addTheme(theme, Ids.LIGHT_THEME, "menu.theme.light");
        addTheme(theme, Ids.DARK_THEME, "menu.theme.dark");
        MenuManager windowMenu = new MenuManager(Messages.text("menu.window"), "window");
        windowMenu.add(views);
        windowMenu.add(theme);
        windowMenu.add(new Separator());
        add(windowMenu, Ids.RESET_LAYOUT, "menu.resetLayout");
        bar.add(windowMenu);

        MenuManager help = new MenuManager(Messages.text("menu.help"), "help");
        add(help, Ids.ABOUT, "menu.about");
        bar.add(help);
    }

    private void add(MenuManager menu, String command, String label) {
        menu.add(item(command, label, Map.of(), CommandContributionItem.STYLE_PUSH));
    }

    private void addView(MenuManager menu, String view, String label) {
        menu.add(item(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW, label, Map.of(VIEW_PARAMETER, view),
                CommandContributionItem.STYLE_PUSH));
    }

    private void addTheme(MenuManager menu, String theme, String label) {
        menu.add(item(Ids.SET_THEME, label, Map.of(Ids.THEME_PARAMETER, theme), CommandContributionItem.STYLE_RADIO));
    }

    private CommandContributionItem item(String command, String label, Map<String, String> parameters, int style) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(window, label, command, style);
        item.label = Messages.text(label);
        item.parameters = parameters;
        return new CommandContributionItem(item);
    }
}
