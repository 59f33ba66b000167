package org.isoflop.ui.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.model.Study;
import org.isoflop.ui.Messages;

/** A deletion that is thought through before it is done: what it removes, and which references it would leave open. */
public final class Deletion {

    private final Edits edits;
    private final List<EObject> removed;
    private final List<Dangling> dangling;

    Deletion(Edits edits, Collection<? extends EObject> objects) {
        this.edits = edits;
        this.removed = roots(objects);
        this.dangling = dangling(edits.study(), removed);
    }

    /** Leaves out the study itself, what stands elsewhere, and what goes with another object. */
    static List<EObject> roots(Collection<? extends EObject> objects) {
        return objects.stream().distinct().filter(object -> object.eContainer() != null)
                .filter(object -> objects.stream()
                        .noneMatch(other -> other != object && EcoreUtil.isAncestor(other, object)
                                && other.eContainer() != null))
                .map(EObject.class::cast).toList();
    }

    private static List<Dangling> dangling(Study study, List<EObject> removed) {
        Set<EObject> gone = new HashSet<>();
        for (EObject object : removed) {
            gone.add(object);
            object.eAllContents().forEachRemaining(gone::add);
        }
        List<Dangling> found = new ArrayList<>();
        for (Iterator<EObject> contents = study.eAllContents(); contents.hasNext();) {
            EObject owner = contents.next();
            if (!gone.contains(owner)) {
                for (EReference reference : owner.eClass().getEAllReferences()) {
                    targets(owner, reference).stream().filter(gone::contains)
                            .forEach(target -> found.add(new Dangling(owner, reference, target)));
                }
            }
        }
        return List.copyOf(found);
    }

    static List<EObject> targets(EObject owner, EReference reference) {
        if (reference.isContainment()) {
            return List.of();
        }
        return switch (owner.eGet(reference)) {
            case List<?> many -> many.stream().map(EObject.class::cast).toList();
            case EObject one -> List.of(one);
            case null, default -> List.of();
        };
    }

    /**
     * Returns what is removed.
     *
     * @return the objects, without those that go with others of them
     */
    public List<EObject> objects() {
        return removed;
    }

    /**
     * Lists the references that would be left open.
     *
     * @return the references from the rest of the study, in its order
     */
    public List<Dangling> dangling() {
        return dangling;
    }

    /** Removes the objects and unsets those references, in one command. Does nothing if there is nothing to remove. */
    public void run() {
        run(removed.size() == 1 ? Messages.text("edit.delete", Names.of(removed.getFirst()))
                : Messages.text("edit.deleteMany", removed.size()));
    }

    void run(String label) {
        if (removed.isEmpty()) {
            return;
        }
        List<EObject> owners = removed.stream().map(EObject::eContainer).distinct().toList();
        edits.run(label, owners, () -> {
            dangling.forEach(reference -> EcoreUtil.remove(reference.owner(), reference.feature(),
                    reference.target()));
            removed.forEach(EcoreUtil::remove);
        });
    }
}
