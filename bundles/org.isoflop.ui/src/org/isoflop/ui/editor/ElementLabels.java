package org.isoflop.ui.editor;

import java.util.function.Supplier;

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
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.form.Marks;

/** The names and icons of a study's objects, marked where something was found in them. */
final class ElementLabels extends ColumnLabelProvider {

    private final LocalResourceManager images;
    private final Supplier<Marks> marks;

    ElementLabels(Control control, Supplier<Marks> marks) {
        images = new LocalResourceManager(JFaceResources.getResources(), control);
        this.marks = marks;
    }

    @Override
    public String getText(Object element) {
        return Names.of((EObject) element);
    }

    @Override
    public Image getImage(Object element) {
        ImageDescriptor icon = Icon.of((EObject) element).descriptor();
        Severity worst = marks.get().worst((EObject) element);
        return images.create(worst == null || worst == Severity.INFO ? icon
                : new DecorationOverlayIcon(icon, PlatformUI.getWorkbench().getSharedImages()
                        .getImageDescriptor(worst == Severity.ERROR ? ISharedImages.IMG_DEC_FIELD_ERROR
                                : ISharedImages.IMG_DEC_FIELD_WARNING),
                        IDecoration.BOTTOM_LEFT));
    }

    @Override
    public String getToolTipText(Object element) {
        String sentences = marks.get().sentences((EObject) element);
        return sentences.isEmpty() ? null : sentences;
    }
}
