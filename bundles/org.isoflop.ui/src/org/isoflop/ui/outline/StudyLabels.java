package org.isoflop.ui.outline;

import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** Names and icons of what the outline shows, the icons marked with what was found. */
final class StudyLabels extends ColumnLabelProvider {

    private final LocalResourceManager images;
    private final Function<Object, Severity> severity;

    StudyLabels(Control control, Function<Object, Severity> severity) {
        this.images = new LocalResourceManager(JFaceResources.getResources(), control);
        this.severity = severity;
    }

    @Override
    public String getText(Object element) {
        return element instanceof Group group
                ? Messages.text("outline.group", Names.label(group.list()), group.elements().size())
                : Names.of((EObject) element);
    }

    // A name that is cut off can be read whole.
    @Override
    public String getToolTipText(Object element) {
        return getText(element);
    }

    @Override
    public Image getImage(Object element) {
        ImageDescriptor icon = (element instanceof Group ? Icon.GROUP : Icon.of((EObject) element)).descriptor();
        Severity worst = severity.apply(element);
        return images.create(worst == null || worst == Severity.INFO ? icon
                : new DecorationOverlayIcon(icon, PlatformUI.getWorkbench().getSharedImages()
                        .getImageDescriptor(worst == Severity.ERROR ? ISharedImages.IMG_DEC_FIELD_ERROR
                                : ISharedImages.IMG_DEC_FIELD_WARNING),
                        IDecoration.BOTTOM_LEFT));
    }
}
