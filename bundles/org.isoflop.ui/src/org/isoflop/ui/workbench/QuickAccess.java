package org.isoflop.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.IQuickAccessComputer;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.studies.RecentStudies;

/** Lets Quick Access find recent studies and examples. */
public final class QuickAccess implements IQuickAccessComputer {

    @Override
    public QuickAccessElement[] computeElements() {
        List<QuickAccessElement> elements = new ArrayList<>();
        for (Path path : RecentStudies.list()) {
            elements.add(new Element("recent:" + path, Icon.STUDY,
                    Messages.text("quickAccess.recent", path.getFileName(), path.getParent()),
                    page -> OpenStudies.file(page, path)));
        }
        for (Examples.Example example : Examples.list()) {
            String title = example.title() == null ? example.name() : example.title().get(Locale.getDefault());
            elements.add(new Element("example:" + example.name(), Icon.EXAMPLE,
                    Messages.text("quickAccess.example", title), page -> OpenStudies.example(page, example.name())));
        }
        return elements.toArray(QuickAccessElement[]::new);
    }

    @Override
    public void resetState() {
        // Nothing is kept between two calls.
    }

    @Override
    public boolean needsRefresh() {
        return true;
    }

    /** A study that can be opened. */
    private static final class Element extends QuickAccessElement {

        /** What opens a study. */
        interface Opener {

            void open(IWorkbenchPage page);
        }

        private final String id;
        private final Icon icon;
        private final String label;
        private final Opener opener;

        Element(String id, Icon icon, String label, Opener opener) {
            this.id = id;
            this.icon = icon;
            this.label = label;
            this.opener = opener;
        }

        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return icon.descriptor();
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public void execute() {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            if (window != null && window.getActivePage() != null) {
                opener.open(window.getActivePage());
            }
        }
    }
}
