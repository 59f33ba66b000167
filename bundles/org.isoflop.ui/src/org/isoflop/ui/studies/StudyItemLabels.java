package org.isoflop.ui.studies;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;

/** Labels of the Studies view: the title, and where a file lies in a quieter colour. */
final class StudyItemLabels extends DelegatingStyledCellLabelProvider {

    StudyItemLabels(Control owner) {
        super(new Labels(new LocalResourceManager(JFaceResources.getResources(), owner)));
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {

        private final LocalResourceManager images;

        Labels(LocalResourceManager images) {
            this.images = images;
        }

        @Override
        public StyledString getStyledText(Object element) {
            return switch (element) {
                case StudyItem.Group group -> new StyledString(Messages.text(switch (group.kind()) {
                    case OPEN -> "studies.group.open";
                    case RECENT -> "studies.group.recent";
                    case EXAMPLES -> "studies.group.examples";
                }));
                case StudyItem.Open open -> new StyledString((open.dirty() ? "*" : "") + open.title());
                case StudyItem.Recent recent -> new StyledString(String.valueOf(recent.path().getFileName()))
                        .append("  " + recent.path().getParent(), StyledString.QUALIFIER_STYLER);
                case StudyItem.Shipped example -> new StyledString(example.title());
                default -> new StyledString();
            };
        }

        @Override
        public String getText(Object element) {
            return getStyledText(element).getString();
        }

        @Override
        public Image getImage(Object element) {
            return images.create((switch (element) {
                case StudyItem.Group group -> Icon.GROUP;
                case StudyItem.Shipped example -> Icon.EXAMPLE;
                default -> Icon.STUDY;
            }).descriptor());
        }
    }
}
