package org.isoflop.ui.outline;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Study;

/**
 * One list of a study in the outline.
 *
 * @param study
 *            the study
 * @param list
 *            the list
 */
record Group(Study study, EReference list) {

    private static final List<EReference> LISTS = List.of(Literals.STUDY__MODELS, Literals.STUDY__DATASETS,
            Literals.STUDY__ACCELERATORS, Literals.STUDY__CLUSTERS, Literals.STUDY__SITES, Literals.STUDY__GRIDS,
            Literals.STUDY__LAWS, Literals.STUDY__RUN_TABLES, Literals.STUDY__SCENARIOS,
            Literals.STUDY__CHARTS, Literals.STUDY__SOURCES);

    static List<Group> of(Study study) {
        return LISTS.stream().map(list -> new Group(study, list)).toList();
    }

    List<EObject> elements() {
        return ((List<?>) study.eGet(list)).stream().map(EObject.class::cast).toList();
    }
}
