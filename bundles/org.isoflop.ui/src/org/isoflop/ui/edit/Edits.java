package org.isoflop.ui.edit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;

/** The edits of a study. Each is one command with a name that can be undone. Belongs to the UI thread. */
public final class Edits {

    private final StudyEditing editing;

    /**
     * Creates the edits of a study.
     *
     * @param editing
     *            its editing domain
     */
    public Edits(StudyEditing editing) {
        this.editing = editing;
    }

    /**
     * Returns what is edited.
     *
     * @return the study
     */
    public Study study() {
        return editing.study();
    }

    /**
     * Makes any change as one command.
     *
     * @param label
     *            the name of the change, as it stands after "Undo"
     * @param affected
     *            what to look at after the change
     * @param change
     *            changes the study; if it throws, nothing is changed
     */
    public void run(String label, Collection<? extends EObject> affected, Runnable change) {
        editing.stack().execute(new Change(study(), label, affected, change));
    }

    /**
     * Sets a feature. Nothing happens if it has the value already.
     *
     * @param owner
     *            an object of the study
     * @param feature
     *            one of its features
     * @param value
     *            the value, or a list of values for a list; null or an empty text for none
     */
    public void set(EObject owner, EStructuralFeature feature, Object value) {
        Object wanted = isEmpty(value) ? null : value;
        Object present = owner.eIsSet(feature) ? owner.eGet(feature) : null;
        if (!Objects.equals(present, wanted)) {
            run(setting(owner, feature), List.of(owner), () -> put(owner, feature, wanted));
        }
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Text text when text.isSingle() -> text.toString().isEmpty();
            case Text text -> text.languages().values().stream().allMatch(String::isEmpty);
            default -> false;
        };
    }

    static void put(EObject owner, EStructuralFeature feature, Object value) {
        if (value == null) {
            owner.eUnset(feature);
        } else if (value instanceof List<?> values) {
            @SuppressWarnings("unchecked")
            EList<Object> list = (EList<Object>) owner.eGet(feature);
            ECollections.setEList(list, values);
        } else {
            owner.eSet(feature, value);
        }
    }

    /**
     * Sets a quantity whole: value, interval, status, source and note. Nothing happens if it says the same already.
     *
     * @param owner
     *            an object of the study
     * @param feature
     *            one of its quantities
     * @param replacement
     *            a detached quantity, of which a copy is set; null for none
     */
    public void setQuantity(EObject owner, EReference feature, Quantity replacement) {
        Quantity present = (Quantity) owner.eGet(feature);
        if (isSame(present, replacement)) {
            return;
        }
        run(setting(owner, feature), List.of(owner), () -> {
            if (present == null || replacement == null) {
                put(owner, feature, replacement == null ? null : EcoreUtil.copy(replacement));
            } else {
                for (EStructuralFeature part : present.eClass().getEAllStructuralFeatures()) {
                    put(present, part, replacement.eIsSet(part) ? replacement.eGet(part) : null);
                }
            }
        });
    }

    private static boolean isSame(Quantity left, Quantity right) {
        if (left == null || right == null) {
            return left == right;
        }
        return left.eClass().getEAllStructuralFeatures().stream().allMatch(
                part -> left.eIsSet(part) == right.eIsSet(part) && Objects.equals(left.eGet(part), right.eGet(part)));
    }

    /**
     * Sets the value of a quantity and keeps its interval, status and source.
     *
     * @param owner
     *            an object of the study
     * @param feature
     *            one of its quantities; it is made if it is not there
     * @param value
     *            the value in the unit of the feature
     */
    public void setValue(EObject owner, EReference feature, double value) {
        slide(owner, feature).to(value);
    }

    /**
     * Begins to drag the value of a quantity. Whatever the number of moves, they are undone together.
     *
     * @param owner
     *            an object of the study
     * @param feature
     *            one of its quantities; the first move makes it if it is not there
     * @return the drag
     */
    public Slide slide(EObject owner, EReference feature) {
        return new Slide(owner, feature);
    }

    /**
     * Adds a new object, with a name and values to start from.
     *
     * @param owner
     *            an object of the study
     * @param list
     *            where in it the new object goes: last into a list, or into a single place
     * @param type
     *            its class, which is not abstract
     * @return the new object
     */
    public EObject add(EObject owner, EReference list, EClass type) {
        EObject added = EcoreUtil.create(type);
        run(Messages.text("edit.add", Features.label(type, Locale.getDefault())),
                List.of(added), () -> {
                    insert(owner, list, -1, added);
                    new Starts(study()).fill(added);
                });
        return added;
    }

    static void insert(EObject owner, EReference place, int index, EObject object) {
        if (place.isMany()) {
            @SuppressWarnings("unchecked")
            List<EObject> list = (List<EObject>) owner.eGet(place);
            list.add(index < 0 ? list.size() : index, object);
        } else {
            owner.eSet(place, object);
        }
    }

    /**
     * Tells whether an object can be doubled.
     *
     * @param object
     *            an object of the study
     * @return true if it stands in a list
     */
    public static boolean isListed(EObject object) {
        return object.eContainmentFeature() != null && object.eContainmentFeature().isMany();
    }

    /**
     * Adds a copy of an object right after it, with an identifier and a name of its own.
     *
     * @param object
     *            an object of the study that {@link #isListed stands in a list}
     * @return the copy
     */
    public EObject duplicate(EObject object) {
        EObject copy = EcoreUtil.copy(object);
        EReference list = object.eContainmentFeature();
        int index = siblings(object).indexOf(object) + 1;
        run(Messages.text("edit.duplicate", Names.of(object)), List.of(copy), () -> {
            Identities identities = new Identities(study());
            Identities.rename(copy, siblings(object));
            identities.renew(copy);
            insert(object.eContainer(), list, index, copy);
        });
        return copy;
    }

    /**
     * Moves an object within its list.
     *
     * @param object
     *            an object of the study
     * @param by
     *            how many places down, negative for up; it stops at the ends
     */
    public void move(EObject object, int by) {
        if (!isListed(object)) {
            return;
        }
        List<EObject> list = siblings(object);
        int from = list.indexOf(object);
        int to = Math.clamp((long) from + by, 0, list.size() - 1);
        if (from != to) {
            run(Messages.text("edit.move", Names.of(object)), List.of(object),
                    () -> ((EList<EObject>) list).move(to, from));
        }
    }

    /**
     * Tells whether an object can be moved within its list.
     *
     * @param object
     *            an object of the study
     * @param by
     *            1 for down, -1 for up
     * @return false at the ends and outside a list
     */
    public static boolean canMove(EObject object, int by) {
        if (!isListed(object)) {
            return false;
        }
        int to = siblings(object).indexOf(object) + by;
        return to >= 0 && to < siblings(object).size();
    }

    /**
     * Tells whether objects can be moved to another place of their study.
     *
     * @param objects
     *            objects of the study
     * @param place
     *            an object of the same study: what they would go into, or beside
     * @return true if each of them can
     */
    public static boolean canRelocate(List<EObject> objects, EObject place) {
        return !objects.isEmpty() && objects.stream().allMatch(object -> isListed(object) && object != place
                && !EcoreUtil.isAncestor(object, place) && owner(object, place) != null);
    }

    private static EObject owner(EObject object, EObject place) {
        EObject owner = place;
        while (owner != null && !object.eContainmentFeature().getEContainingClass().isInstance(owner)) {
            owner = owner.eContainer();
        }
        return owner;
    }

    /**
     * Moves objects to another place of their study.
     *
     * @param objects
     *            objects that {@link #canRelocate can be moved} there
     * @param place
     *            what they go into, or beside
     * @param isBefore
     *            whether they go before that, rather than behind it
     */
    public void relocate(List<EObject> objects, EObject place, boolean isBefore) {
        List<EObject> moved = Deletion.roots(objects);
        run(moved.size() == 1 ? Messages.text("edit.move", Names.of(moved.getFirst()))
                : Messages.text("edit.moveMany", moved.size()), moved, () -> {
                    EObject last = null;
                    for (EObject object : moved) {
                        EReference list = object.eContainmentFeature();
                        EObject owner = owner(object, place);
                        EObject beside = last != null && last.eContainmentFeature() == list ? last
                                : sibling(place, owner, list);
                        EcoreUtil.remove(object);
                        int index = beside == null ? -1
                                : ((List<?>) owner.eGet(list)).indexOf(beside) + (isBefore && last == null ? 0 : 1);
                        insert(owner, list, index, object);
                        last = object;
                    }
                });
    }

    /** The place itself or what holds it, if it stands in the list. */
    private static EObject sibling(EObject place, EObject owner, EReference list) {
        for (EObject above = place; above != null && above != owner; above = above.eContainer()) {
            if (above.eContainer() == owner) {
                return above.eContainmentFeature() == list ? above : null;
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    static List<EObject> siblings(EObject object) {
        return (List<EObject>) object.eContainer().eGet(object.eContainmentFeature());
    }

    /**
     * Prepares to delete objects.
     *
     * @param objects
     *            objects of the study
     * @return what would dangle, and how to go through with it
     */
    public Deletion delete(Collection<? extends EObject> objects) {
        return new Deletion(this, objects);
    }

    private static String setting(EObject owner, EStructuralFeature feature) {
        return Messages.text("edit.set", Names.label(feature), Names.place(owner));
    }

    /** A drag of one value: each move is seen at once, and all of them are one command. */
    public final class Slide {

        private final EObject owner;
        private final EReference feature;
        private Change command;

        private Slide(EObject owner, EReference feature) {
            this.owner = owner;
            this.feature = feature;
        }

        /**
         * Moves to a value. Nothing happens if it stands there already.
         *
         * @param value
         *            the value in the unit of the feature
         */
        public void to(double value) {
            Quantity quantity = (Quantity) owner.eGet(feature);
            if (quantity != null && quantity.getValue() != null && quantity.getValue() == value) {
                return;
            }
            StudyStack stack = editing.stack();
            // After an undo, another edit or a save in the middle, a new command begins.
            if (quantity != null && command != null && stack.getUndoCommand() == command && stack.isSaveNeeded()) {
                quantity.setValue(value);
                stack.changedAgain();
            } else {
                command = new Change(study(), setting(owner, feature), List.of(owner), () -> put(value));
                stack.execute(command);
            }
        }

        private void put(double value) {
            Quantity quantity = (Quantity) owner.eGet(feature);
            if (quantity == null) {
                quantity = IsoflopFactory.eINSTANCE.createQuantity();
                owner.eSet(feature, quantity);
            }
            quantity.setValue(value);
        }

        /** Ends the drag. */
        public void end() {
            command = null;
        }
    }
}
