package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.isoflop.analysis.law.Law;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.chart.LawCharts.Named;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.ui.Messages;

/**
 * A law that can be set beside a fit.
 *
 * @param name
 *            its name, unlike that of any other choice
 * @param law
 *            the law
 */
record LawChoice(String name, Law law) {

    /** The laws of the catalog, which are read once. */
    private static final class Shipped {

        static final List<LawData> LAWS = Catalog.studies().stream().flatMap(one -> one.laws().stream()).toList();
    }

    Named named() {
        return new Named(name, law);
    }

    /** The laws of a study, or null, and those of the catalog. Reads files, so jobs ask it. */
    static List<LawChoice> all(StudyData study) {
        List<LawChoice> choices = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        if (study != null) {
            study.laws().forEach(law -> add(choices, names, ids, law));
        }
        Shipped.LAWS.forEach(law -> add(choices, names, ids, law));
        return List.copyOf(choices);
    }

    private static void add(List<LawChoice> choices, Set<String> names, Set<String> ids, LawData data) {
        if (data.law() == null || data.id() == null || !ids.add(data.id())) {
            return;
        }
        String text = data.name() == null ? "" : data.name().get(Locale.getDefault());
        String name = text.isBlank() ? data.id() : text;
        if (!names.add(name)) {
            name = Messages.text("fit.law.sameName", name, data.id());
            names.add(name);
        }
        choices.add(new LawChoice(name, data.law()));
    }
}
