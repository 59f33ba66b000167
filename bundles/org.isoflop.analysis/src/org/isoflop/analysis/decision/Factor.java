package org.isoflop.analysis.decision;

import java.util.List;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.unit.Unit;

/** One thing that may be other than it is taken to be, wherever it stands in the alternatives. */
public sealed interface Factor {

    /**
     * An input of one or several graphs.
     *
     * @param path where it comes from: {@code id.feature} of a study; of several places that are one quantity, one of
     *        them
     * @param label what it is
     * @param unit its unit
     * @param value what it is taken to be
     * @param spread how uncertain it is; null if it is taken as certain
     * @param places where it stands
     */
    record Input(String path, Localised label, Unit unit, double value, Spread spread, List<Place> places)
            implements
                Factor {

        /** Copies the list. */
        public Input {
            places = List.copyOf(places);
        }

        /**
         * Whether it is a price.
         *
         * @return true if its unit is money, alone or for an hour or a kilowatt-hour
         */
        public boolean isPrice() {
            return unit.id().startsWith(Unit.USD.id());
        }
    }

    /**
     * All constants of a law together.
     *
     * @param law the law, with its joint uncertainty
     * @param places where its constants stand, one place for each constant and alternative
     */
    record Constants(Law law, List<ConstantPlace> places) implements Factor {

        /** Copies the list. */
        public Constants {
            places = List.copyOf(places);
        }

        /**
         * How many draws of the constants there are.
         *
         * @return at least two
         */
        public int draws() {
            return law.uncertainty().orElseThrow().size();
        }
    }

    /**
     * A node of an alternative.
     *
     * @param alternative its position among the alternatives
     * @param node id of the input
     * @param scale what the factor is multiplied by there
     */
    record Place(int alternative, String node, double scale) {
    }

    /**
     * A constant of a law in an alternative.
     *
     * @param alternative its position among the alternatives
     * @param node id of the input
     * @param constant its position among the constants of the form
     */
    record ConstantPlace(int alternative, String node, int constant) {
    }
}
