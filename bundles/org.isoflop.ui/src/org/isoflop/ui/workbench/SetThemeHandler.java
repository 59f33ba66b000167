package org.isoflop.ui.workbench;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.isoflop.ui.Ids;
import org.isoflop.ui.preference.Preferences;

/** Chooses the light or the dark theme, or that of the desktop, and remembers it. */
public final class SetThemeHandler extends AbstractHandler implements IElementUpdater {

    @Override
    public Object execute(ExecutionEvent event) {
        String theme = event.getParameter(Ids.THEME_PARAMETER);
        if (theme != null) {
            Preferences.setTheme(theme);
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        element.setChecked(Preferences.theme().equals(parameters.get(Ids.THEME_PARAMETER)));
    }
}
