package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.fix.Fault;

/** The findings of a study at the objects and features that they are about. */
public final class Marks {

    /** No findings. */
    public static final Marks NONE = new Marks(List.of());

    /**
     * One finding and its place.
     *
     * @param finding
     *            the finding
     * @param object
     *            the object that it is about
     * @param feature
     *            its feature, or null if the finding is about the object as a whole
     */
    public record Mark(Finding finding, EObject object, EStructuralFeature feature) {
    }

    private final List<Mark> marks;

    private Marks(List<Mark> marks) {
        this.marks = marks;
    }

    /**
     * Finds the places of findings.
     *
     * @param study
     *            the study
     * @param findings
     *            what was found in it
     * @return the marks; a finding without a place of its own is at the nearest object
     */
    public static Marks of(Study study, List<Finding> findings) {
        List<Mark> marks = new ArrayList<>();
        for (Finding finding : findings) {
            Fault fault = Fault.of(study, finding);
            marks.add(new Mark(finding, fault.object(), fault.feature()));
        }
        return new Marks(List.copyOf(marks));
    }

    /**
     * Returns all marks.
     *
     * @return the marks in the order of the file
     */
    public List<Mark> all() {
        return marks;
    }

    /**
     * Returns the gravest mark.
     *
     * @return the first of the gravest, or empty if there is none
     */
    public Optional<Mark> gravest() {
        return marks.stream().min(Comparator.comparing(mark -> mark.finding().severity()));
    }

    /** What was found at a feature or in what it holds; what is about the whole object stands at its first feature. */
    List<Finding> at(EObject owner, EStructuralFeature feature) {
        return marks.stream().filter(mark -> isAt(mark, owner, feature)).map(Mark::finding).toList();
    }

    private static boolean isAt(Mark mark, EObject owner, EStructuralFeature feature) {
        if (mark.object() == owner) {
            return mark.feature() == feature
                    || mark.feature() == null && feature == owner.eClass().getEAllStructuralFeatures().stream()
                            .filter(candidate -> !Features.isInternal(candidate)).findFirst().orElse(null);
        }
        EObject child = mark.object();
        while (child != null && child.eContainer() != owner) {
            child = child.eContainer();
        }
        return child != null && owner != null && child.eContainmentFeature() == feature;
    }

    /** What was found in an object. */
    List<Finding> in(EObject object) {
        return marks.stream().filter(mark -> EcoreUtil.isAncestor(object, mark.object())).map(Mark::finding).toList();
    }

    /**
     * Returns the gravest severity found in an object.
     *
     * @param object
     *            an object of the study
     * @return the severity, or null if nothing was found in it
     */
    public Severity worst(EObject object) {
        return worst(in(object));
    }

    /**
     * Says what was found in an object.
     *
     * @param object
     *            an object of the study
     * @return the sentences, each on a line with the way to mend it below; empty if nothing was found
     */
    public String sentences(EObject object) {
        return sentences(in(object));
    }

    static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Comparator.naturalOrder()).orElse(null);
    }

    /** The sentences of findings, each with the way to mend it. */
    static String sentences(List<Finding> findings) {
        Locale locale = Locale.getDefault();
        return findings.stream().map(finding -> finding.fix(locale) == null ? finding.message(locale)
                : finding.message(locale) + "\n" + finding.fix(locale)).collect(Collectors.joining("\n"));
    }
}
