package org.isoflop.ui.chart.view;

import java.util.HashMap;
import java.util.Map;

import org.isoflop.core.chart.Reference;
import org.isoflop.model.Study;
import org.isoflop.ui.Messages;
import org.isoflop.ui.chart.slider.StudyQuantity;

/**
 * Curves kept to compare with, and the numbers of the study when they were kept. If one number has changed since, the
 * curves are named after it.
 *
 * @param reference
 *            the curves
 * @param values
 *            texts of all numbers by their titles, empty if they are not known any more
 */
record Kept(Reference reference, Map<String, String> values) {

    static Kept of(Reference reference, Study study) {
        return new Kept(reference, values(study));
    }

    static Kept known(Reference reference) {
        return new Kept(reference, Map.of());
    }

    private static Map<String, String> values(Study study) {
        Map<String, String> values = new HashMap<>();
        StudyQuantity.of(study).forEach(quantity -> values.put(quantity.title(), quantity.text()));
        return values;
    }

    /** The same curves under the name that fits the study as it is now. */
    Kept named(Study study) {
        if (values.isEmpty()) {
            return this;
        }
        String title = null;
        int differences = 0;
        for (Map.Entry<String, String> now : values(study).entrySet()) {
            String before = values.get(now.getKey());
            if (before != null && !before.equals(now.getValue())) {
                differences++;
                title = now.getKey();
            }
        }
        String name = differences == 1
                ? Messages.text("chart.reference.value", title, values.get(title))
                : Messages.text("chart.reference");
        return name.equals(reference.name())
                ? this
                : new Kept(new Reference(name, reference.curves(), reference.x(), reference.y()), values);
    }
}
