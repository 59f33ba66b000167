package org.isoflop.ui.editor;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
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
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Architecture;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
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
        String name = Names.of((EObject) element);
        return element instanceof Architecture architecture
                ? counts(architecture).map(counts -> Messages.text("master.architecture", name, shown(counts.total())))
                        .orElse(name)
                : name;
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
        if (!sentences.isEmpty()) {
            return sentences;
        }
        return element instanceof Architecture architecture ? counts(architecture).map(ElementLabels::parts).orElse(
                null)
                : null;
    }

    private static Optional<ParameterCounts> counts(Architecture architecture) {
        return Optional.ofNullable(StudyMapper.architecture(architecture).architecture()).map(ParameterCounts::of);
    }

    /** The counts one below the other: all, those of one token, each part. */
    private static String parts(ParameterCounts counts) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(Messages.text("master.counts.total", exact(counts.total())));
        if (counts.active() != counts.total()) {
            lines.add(Messages.text("master.counts.active", exact(counts.active())));
        }
        lines.add(Messages.text("master.counts.nonEmbedding", exact(counts.nonEmbedding())));
        counts.parts().forEach((part, count) -> lines
                .add(Messages.text("master.counts.part", part.text(Locale.getDefault()), exact(count))));
        return lines.toString();
    }

    private static String exact(long count) {
        return NumberFormat.getIntegerInstance().format(count);
    }

    private static String shown(long count) {
        return Quantities.format(count, Unit.PARAMETERS, Locale.getDefault());
    }
}
