package org.isoflop.ui.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.EcoreUtil.Copier;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Paths;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.model.io.ReadResult;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.model.io.StudyReader;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Messages;

/**
 * Some objects of a study with all that they refer to, as a small study of its own. Written, it is a canonical
 * {@code .isoflop} text that names in an extra member which of its objects were meant.
 */
public final class Fragment {

    private final Study study;
    private final List<EObject> meant;

    private Fragment(Study study, List<EObject> meant) {
        this.study = study;
        this.meant = meant;
    }

    /**
     * Copies objects out of a study.
     *
     * @param study
     *            the study, which stays as it is
     * @param objects
     *            some of its objects; the study itself stands for all of them
     * @return the fragment
     */
    public static Fragment of(Study study, List<? extends EObject> objects) {
        List<EObject> meant = inOrder(study, Deletion.roots(objects.contains(study) ? study.eContents() : objects));
        Set<EObject> whole = new LinkedHashSet<>(meant);
        meant.forEach(object -> follow(object, whole));
        Set<EObject> frame = new HashSet<>();
        for (EObject object : whole) {
            for (EObject above = object.eContainer(); above != null; above = above.eContainer()) {
                frame.add(above);
            }
        }
        frame.add(study);
        Copier copier = new Copier();
        Study copy = (Study) copy(study, whole, frame, copier);
        copier.copyReferences();
        Fragment fragment = new Fragment(copy, meant.stream().map(copier::get).toList());
        fragment.identify();
        return fragment;
    }

    private static List<EObject> inOrder(Study study, List<? extends EObject> objects) {
        List<EObject> ordered = new ArrayList<>();
        study.eAllContents().forEachRemaining(object -> {
            if (objects.contains(object)) {
                ordered.add(object);
            }
        });
        return ordered;
    }

    /** Adds what an object refers to, unless it comes with something else. */
    private static void follow(EObject object, Set<EObject> whole) {
        List<EObject> owners = new ArrayList<>(List.of(object));
        object.eAllContents().forEachRemaining(owners::add);
        for (EObject owner : owners) {
            for (EReference reference : owner.eClass().getEAllReferences()) {
                for (EObject target : Deletion.targets(owner, reference)) {
                    if (whole.stream().noneMatch(other -> EcoreUtil.isAncestor(other, target))) {
                        whole.add(target);
                        follow(target, whole);
                    }
                }
            }
        }
    }

    private static EObject copy(EObject object, Set<EObject> whole, Set<EObject> frame, Copier copier) {
        if (whole.contains(object)) {
            return copier.copy(object);
        }
        EObject copy = EcoreUtil.create(object.eClass());
        if (object instanceof Element element) {
            ((Element) copy).setId(element.getId());
            ((Element) copy).setName(element.getName());
        }
        for (EObject child : object.eContents()) {
            if (whole.contains(child) || frame.contains(child)) {
                Edits.insert(copy, (EReference) child.eContainingFeature(), -1,
                        copy(child, whole, frame, copier));
            }
        }
        return copy;
    }

    /** References can be written only to what has an identifier of its own. */
    private void identify() {
        Map<String, Element> elements = Ids.elements(study);
        Identities identities = new Identities(study);
        study.eAllContents().forEachRemaining(object -> {
            if (object instanceof Element element
                    && (element.getId() == null || elements.get(element.getId()) != element)) {
                element.setId(identities.free(Ids.slug(Names.of(element))));
            }
        });
    }

    /**
     * Writes the fragment.
     *
     * @return a canonical {@code .isoflop} text
     * @throws RefusedException
     *             if it cannot be said in a file
     */
    public String text() throws RefusedException {
        study.setUnknown(CopiedPaths.write(meant.stream().map(Paths::path).toList()));
        try {
            return new String(Studies.write(study), StandardCharsets.UTF_8);
        } catch (StudyFileException e) {
            throw new RefusedException(Messages.text("copy.refused", e.message(Locale.getDefault())));
        }
    }

    /**
     * Reads a text that {@link #text()} wrote, or any other study.
     *
     * @param text
     *            any text
     * @return the fragment; of a study that does not say what was meant, all is meant
     * @throws RefusedException
     *             if the text is not a study, or not a whole one
     */
    public static Fragment read(String text) throws RefusedException {
        ReadResult result = StudyReader.read(text.getBytes(StandardCharsets.UTF_8), null);
        if (!result.isComplete()) {
            String reason = result.findings().stream().filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst().map(Fragment::sentence).orElse("");
            throw new RefusedException(Messages.text("paste.refused", reason));
        }
        Study study = result.study();
        List<EObject> meant = CopiedPaths.read(study.getUnknown()).stream().map(path -> Paths.find(study, path))
                .flatMap(Optional::stream).map(Paths.Place::target).filter(object -> object != study)
                .distinct().toList();
        List<EObject> objects = Deletion.roots(meant.isEmpty() ? study.eContents() : meant).stream()
                .filter(object -> object.eClass() != Literals.QUANTITY).toList();
        if (objects.isEmpty()) {
            throw new RefusedException(Messages.text("paste.empty"));
        }
        return new Fragment(study, objects);
    }

    private static String sentence(Finding finding) {
        return finding.message(Locale.getDefault());
    }

    /**
     * Adds the objects to a study, as one command. What they refer to comes along, unless it is there already.
     *
     * @param edits
     *            edits of the study
     * @param place
     *            what is selected: the objects go into it or behind it; null for the study
     * @return the objects as they are in the study now, in the order of the fragment; those that were there already
     *         among them
     * @throws RefusedException
     *             if one of the objects cannot go there
     */
    public List<EObject> paste(Edits edits, EObject place) throws RefusedException {
        return paste(edits, place, null);
    }

    /**
     * Adds the objects to a study, as one command. What they refer to comes along, unless it is there already.
     *
     * @param edits
     *            edits of the study
     * @param place
     *            what is selected: the objects go into it or behind it; null for the study
     * @param label
     *            the name of the command; null for that of pasting
     * @return the objects as they are in the study now, in the order of the fragment; those that were there already
     *         among them
     * @throws RefusedException
     *             if one of the objects cannot go there
     */
    public List<EObject> paste(Edits edits, EObject place, String label) throws RefusedException {
        Study target = edits.study();
        boolean isReturning = study.getId() != null && study.getId().equals(target.getId());
        List<Spot> spots = new ArrayList<>();
        for (EObject object : meant) {
            spots.add(spot(object, place == null ? target : place, target));
        }
        Adoption adoption = new Adoption(target);
        List<EObject> twins = spots.stream().map(spot -> isReturning ? null : twin(adoption, spot)).toList();
        List<EObject> pasted = new ArrayList<>();
        Runnable change = () -> {
            List<EObject> added = new ArrayList<>();
            Map<EReference, Integer> shift = new HashMap<>();
            Identities identities = new Identities(target);
            for (int i = 0; i < spots.size(); i++) {
                Spot spot = spots.get(i);
                EObject twin = twins.get(i);
                if (twin == null) {
                    spot.insert(identities, isReturning, shift.merge(spot.reference(), 1, Integer::sum) - 1);
                    added.add(spot.object());
                } else {
                    adoption.take(spot.object(), twin);
                }
                pasted.add(twin == null ? spot.object() : twin);
            }
            adoption.adopt(added);
        };
        if (twins.stream().allMatch(Objects::nonNull)) {
            return twins;
        }
        List<EObject> fresh = meant.stream().filter(object -> twins.get(meant.indexOf(object)) == null).toList();
        edits.run(label == null ? pasting(fresh) : label, fresh, change);
        return List.copyOf(pasted);
    }

    private static String pasting(List<EObject> fresh) {
        return fresh.size() == 1 ? Messages.text("edit.paste", Names.of(fresh.getFirst()))
                : Messages.text("edit.pasteMany", fresh.size());
    }

    private static EObject twin(Adoption adoption, Spot spot) {
        return spot.object() instanceof Element
                ? adoption.twin(spot.object(), spot.owner(), spot.reference())
                : spot.siblings().stream().filter(other -> EcoreUtil.equals(other, spot.object())).findFirst()
                        .orElse(null);
    }

    private static Spot spot(EObject object, EObject place, Study target) throws RefusedException {
        EReference reference = object.eContainmentFeature();
        EObject below = null;
        for (EObject owner = place; owner != null; owner = owner.eContainer()) {
            if (reference.getEContainingClass().isInstance(owner)) {
                int index = below != null && below.eContainmentFeature() == reference && reference.isMany()
                        ? Edits.siblings(below).indexOf(below) + 1
                        : -1;
                return new Spot(object, owner, reference, index);
            }
            below = owner;
        }
        if (reference.getEContainingClass().isInstance(target)) {
            return new Spot(object, target, reference, -1);
        }
        throw new RefusedException(Messages.text("paste.nowhere", Names.of(object),
                Features.label(reference.getEContainingClass(), Locale.getDefault())));
    }

    /** Where an object goes. */
    private record Spot(EObject object, EObject owner, EReference reference, int index) {

        List<EObject> siblings() {
            if (owner.eGet(reference) instanceof List<?> list) {
                return list.stream().map(EObject.class::cast).toList();
            }
            return owner.eGet(reference) instanceof EObject present ? List.of(present) : List.of();
        }

        void insert(Identities identities, boolean isReturning, int shift) {
            if (isReturning || !(object instanceof Element)) {
                Identities.rename(object, siblings());
            }
            identities.renew(object);
            Edits.insert(owner, reference, index < 0 ? index : index + shift, object);
        }
    }
}
