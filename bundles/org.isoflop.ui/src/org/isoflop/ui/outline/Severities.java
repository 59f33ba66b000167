package org.isoflop.ui.outline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.fix.Fault;

/** The gravest severity that was found in each object of a study and below it. */
final class Severities {

    private final Map<EObject, Severity> worst = new HashMap<>();

    Severities(Study study, List<Finding> findings) {
        for (Finding finding : findings) {
            EObject object = Fault.of(study, finding).target();
            for (EObject above = object; above != null; above = above.eContainer()) {
                worst.merge(above, finding.severity(), (left, right) -> left.compareTo(right) < 0 ? left : right);
            }
        }
    }

    /** The severity of an object or a group, or null. */
    Severity of(Object element) {
        return element instanceof Group group
                ? group.elements().stream().map(worst::get).filter(Objects::nonNull).min(Severity::compareTo)
                        .orElse(null)
                : worst.get(element);
    }
}
