package org.isoflop.ui.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EReference;
import org.isoflop.core.catalog.Kind;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;

/** How the kinds of entries of the catalog look in the workbench. */
public final class Shelves {

    private Shelves() {
    }

    /**
     * Finds the kind of what stands in a list of a study.
     *
     * @param list
     *            a list of a study
     * @return the kind, or empty if the catalog has nothing of the sort
     */
    public static Optional<Kind> of(EReference list) {
        return Stream.of(Kind.values()).filter(kind -> kind.list() == list).findFirst();
    }

    /**
     * Returns the icon of the entries of a kind.
     *
     * @param kind
     *            the kind
     * @return the icon
     */
    public static Icon icon(Kind kind) {
        return switch (kind) {
            case MODELS -> Icon.MODEL;
            case HARDWARE -> Icon.HARDWARE;
            case DATASETS -> Icon.DATA;
            case LAWS -> Icon.LAW;
            case GRIDS -> Icon.GRID;
        };
    }

    static String label(Kind kind) {
        return switch (kind) {
            case MODELS -> Messages.text("catalog.models");
            case HARDWARE -> Messages.text("catalog.hardware");
            case DATASETS -> Messages.text("catalog.datasets");
            case LAWS -> Messages.text("catalog.laws");
            case GRIDS -> Messages.text("catalog.grids");
        };
    }

    /** The columns that are shown until the user chooses others. */
    static List<String> columns(Kind kind) {
        return switch (kind) {
            case MODELS -> List.of("name", "organisation", "released", "parameters", "activeParameters",
                    "training.tokens", "training.compute", "certainty");
            case HARDWARE -> List.of("name", "vendor", "released", "memory", "bandwidth", "peaks.bf16", "power",
                    "prices.purchase", "prices.rent", "certainty");
            case DATASETS -> List.of("name", "organisation", "released", "tokens", "uniqueTokens", "syntheticShare",
                    "certainty");
            case LAWS -> List.of("name", "form", "corpus", "parameterCount", "source", "certainty");
            case GRIDS -> List.of("name", "place", "year", "intensity", "water", "certainty");
        };
    }
}
