package org.isoflop.ui.outline;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.properties.PropertiesPage;

/** Gives the editor of a study its pages in the outline and properties of the platform. */
public final class EditorPages implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (!(adaptable instanceof StudyEditor editor)) {
            return null;
        }
        if (type == IContentOutlinePage.class) {
            return type.cast(new OutlinePage(editor));
        }
        return type == IPropertySheetPage.class ? type.cast(new PropertiesPage(editor)) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class, IPropertySheetPage.class};
    }
}
