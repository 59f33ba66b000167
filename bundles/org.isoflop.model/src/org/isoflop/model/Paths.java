package org.isoflop.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Writes and reads where something stands in a study: {@code id.feature}, with {@code [index]} in lists of things
 * without id.
 */
public final class Paths {

    private static final Pattern SEGMENT = Pattern.compile("([^\\[\\].]+)(?:\\[(\\d{1,9})\\])?");

    private Paths() {
    }

    /**
     * The path of an object.
     *
     * @param object an object of a study
     * @return its identifier, or the path from the nearest container that has one; empty for a study without one
     */
    public static String path(EObject object) {
        StringBuilder path = new StringBuilder();
        EObject current = object;
        while (!(current instanceof Element element && hasId(element)) && current.eContainer() != null) {
            EStructuralFeature feature = current.eContainingFeature();
            String segment = feature.getName();
            if (feature.isMany()) {
                segment += "[" + ((List<?>) current.eContainer().eGet(feature)).indexOf(current) + "]";
            }
            path.insert(0, path.isEmpty() ? segment : segment + ".");
            current = current.eContainer();
        }
        if (current instanceof Element element && hasId(element)) {
            path.insert(0, path.isEmpty() ? element.getId() : element.getId() + ".");
        }
        return path.toString();
    }

    /**
     * The path of a feature.
     *
     * @param object an object of a study
     * @param feature one of its features
     * @return the object's path, a dot, the feature's name
     */
    public static String path(EObject object, EStructuralFeature feature) {
        return path(path(object), feature.getName());
    }

    /**
     * The path of one value in a list.
     *
     * @param object an object of a study
     * @param feature one of its features that is a list
     * @param index the place in the list, from 0
     * @return the feature's path with the index in brackets
     */
    public static String path(EObject object, EStructuralFeature feature, int index) {
        return path(object, feature) + "[" + index + "]";
    }

    /**
     * A place in a study.
     *
     * @param object an object of the study
     * @param feature one of its features; null for the object itself
     * @param index the place in the feature's list, from 0; -1 for the feature itself
     */
    public record Place(EObject object, EStructuralFeature feature, int index) {

        /**
         * The object that stands at the place.
         *
         * @return the object that the feature contains there, else the object that has the feature
         */
        public EObject target() {
            return child().orElse(object);
        }

        private Optional<EObject> child() {
            Object value = feature == null || feature instanceof EReference reference && !reference.isContainment()
                    ? null
                    : object.eGet(feature);
            return Optional.ofNullable(value instanceof List<?> list ? index < 0 || index >= list.size() ? null : list
                    .get(index)
                    : value)
                    .filter(EObject.class::isInstance).map(EObject.class::cast);
        }
    }

    /**
     * The place that a path names.
     *
     * @param study the study
     * @param path what one of the other methods wrote for a thing of the study, or any other text
     * @return the place, or empty if there is none
     */
    public static Optional<Place> find(Study study, String path) {
        if (path.isEmpty()) {
            return Optional.of(new Place(study, null, -1));
        }
        return Ids.elements(study).entrySet().stream().filter(entry -> isUnder(entry.getKey(), path))
                .sorted(Comparator.comparing((Map.Entry<String, Element> entry) -> entry.getKey().length()).reversed())
                .map(entry -> find(entry.getValue(), path, entry.getKey().length())).flatMap(Optional::stream)
                .findFirst().or(() -> walk(study, path, 0));
    }

    private static boolean isUnder(String id, String path) {
        return !id.isEmpty() && path.startsWith(id) && (path.length() == id.length() || path.charAt(id
                .length()) == '.');
    }

    private static Optional<Place> find(EObject object, String path, int end) {
        return end == path.length() ? Optional.of(new Place(object, null, -1)) : walk(object, path, end + 1);
    }

    private static Optional<Place> walk(EObject start, String path, int from) {
        EObject object = start;
        Matcher segment = SEGMENT.matcher(path);
        int at = from;
        while (segment.region(at, path.length()).lookingAt()) {
            Place place = step(object, segment.group(1), segment.group(2));
            if (place == null || segment.end() == path.length()) {
                return Optional.ofNullable(place);
            }
            Optional<EObject> child = place.child();
            if (child.isEmpty() || path.charAt(segment.end()) != '.') {
                return Optional.empty();
            }
            object = child.get();
            at = segment.end() + 1;
        }
        return Optional.empty();
    }

    private static Place step(EObject object, String name, String index) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(name);
        if (feature == null || index != null && !feature.isMany()) {
            return null;
        }
        if (index == null) {
            return new Place(object, feature, -1);
        }
        int place = Integer.parseInt(index);
        return place < ((List<?>) object.eGet(feature)).size() ? new Place(object, feature, place) : null;
    }

    private static String path(String object, String name) {
        return object.isEmpty() ? name : object + "." + name;
    }

    private static boolean hasId(Element element) {
        return element.getId() != null && !element.getId().isEmpty();
    }
}
