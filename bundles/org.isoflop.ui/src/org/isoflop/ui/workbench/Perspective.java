package org.isoflop.ui.workbench;

import java.util.List;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;
import org.isoflop.ui.Ids;

/** Studies and the outline on the left, the editor in the middle, charts and findings below it. */
public final class Perspective implements IPerspectiveFactory {

    private static final float LEFT = 0.2f;
    private static final float STUDIES = 0.55f;
    private static final float EDITOR = 0.46f;
    private static final float CHARTS = 0.7f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView(Ids.STUDIES_VIEW, IPageLayout.LEFT, LEFT, editors);
        folder(layout, "outline", IPageLayout.BOTTOM, STUDIES, Ids.STUDIES_VIEW, List.of(Ids.OUTLINE_VIEW));
        folder(layout, "charts", IPageLayout.BOTTOM, EDITOR, editors,
                List.of(Ids.SCALING_CURVES_VIEW, Ids.ISOFLOP_VIEW, Ids.DIMINISHING_RETURNS_VIEW, Ids.TRADE_OFFS_VIEW,
                        Ids.BREAK_EVEN_VIEW, Ids.SENSITIVITY_VIEW, Ids.FIT_VIEW, Ids.CATALOG_VIEW));
        folder(layout, "findings", IPageLayout.RIGHT, CHARTS, "charts",
                List.of(Ids.FINDINGS_VIEW, Ids.PROPERTIES_VIEW));
        Ids.VIEWS.forEach(layout::addShowViewShortcut);
    }

    // A folder that has no view to show would take its place away from the others.
    private static void folder(IPageLayout layout, String id, int side, float share, String beside,
            List<String> views) {
        List<String> present = views.stream()
                .filter(view -> PlatformUI.getWorkbench().getViewRegistry().find(view) != null).toList();
        if (!present.isEmpty()) {
            IFolderLayout folder = layout.createFolder(id, side, share, beside);
            present.forEach(folder::addView);
            if (present.contains(Ids.SCALING_CURVES_VIEW)) {
                // More tabs would have no room for their names; these open here from the menu.
                List.of(Ids.SERVING_VIEW, Ids.CONTEXT_VIEW, Ids.TRAINING_VIEW, Ids.TIMELINE_VIEW, Ids.LOG_VIEW)
                        .forEach(folder::addPlaceholder);
            }
        }
    }
}
