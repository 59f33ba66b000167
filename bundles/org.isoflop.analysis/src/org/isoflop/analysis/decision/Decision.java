package org.isoflop.analysis.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.law.Law;

/**
 * Alternatives, and what is sought among them. The winner is the feasible alternative that is best in the first
 * objective; where two are equal there the next objective decides, and at last the order. What is not known of an
 * alternative counts as the worst; one of which nothing that is sought is known cannot win. Immutable.
 */
public final class Decision {

    private final List<Alternative> alternatives;
    private final List<Objective> objectives;
    private final List<Factor.Input> inputs;
    private final List<Factor.Constants> laws;

    /**
     * A decision in which inputs of different origins are independent of each other.
     *
     * @param alternatives what could be done; their ids differ
     * @param objectives what is sought, the most important one first; at least one
     * @throws IllegalArgumentException if two alternatives have the same id, or nothing is sought
     */
    public Decision(List<Alternative> alternatives, List<Objective> objectives) {
        this(alternatives, objectives, Map.of());
    }

    /**
     * A decision in which some inputs of different origins are one quantity.
     *
     * @param alternatives what could be done; their ids differ
     * @param objectives what is sought, the most important one first; at least one
     * @param same by the origin of an input the origin that it moves together with
     * @throws IllegalArgumentException if two alternatives have the same id, or nothing is sought
     */
    public Decision(List<Alternative> alternatives, List<Objective> objectives, Map<String, String> same) {
        this.alternatives = List.copyOf(alternatives);
        this.objectives = List.copyOf(objectives);
        if (this.objectives.isEmpty()) {
            throw new IllegalArgumentException("Nothing is sought");
        }
        Set<String> ids = new HashSet<>();
        for (Alternative alternative : this.alternatives) {
            if (!ids.add(alternative.id())) {
                throw new IllegalArgumentException("Two alternatives have the id " + alternative.id());
            }
        }
        Map<String, Factor.Constants> byLaw = new LinkedHashMap<>();
        Map<String, Factor.Input> byPath = new LinkedHashMap<>();
        for (int a = 0; a < this.alternatives.size(); a++) {
            Alternative alternative = this.alternatives.get(a);
            Set<String> constants = new HashSet<>();
            for (LawConstants law : alternative.laws()) {
                constants.addAll(law.nodes());
                if (law.law().uncertainty().isPresent()) {
                    byLaw.merge(law.law().id(), constants(law, a), Decision::merged);
                }
            }
            for (Node node : alternative.graph().nodes()) {
                if (node.isInput() && !constants.contains(node.id())) {
                    String path = path(alternative, node);
                    String shared = same.getOrDefault(path, path);
                    byPath.merge(shared, input(shared, node, a), Decision::merged);
                }
            }
        }
        inputs = List.copyOf(byPath.values());
        laws = List.copyOf(byLaw.values());
    }

    private static String path(Alternative alternative, Node node) {
        Origin origin = node.origin();
        return origin == null || origin.path() == null ? alternative.id() + "/" + node.id() : origin.path();
    }

    private static Factor.Input input(String path, Node node, int position) {
        return new Factor.Input(path, node.label(), node.unit(), node.value(), node.spread(),
                List.of(new Factor.Place(position, node.id(), 1)));
    }

    private static Factor.Constants constants(LawConstants law, int position) {
        List<Factor.ConstantPlace> places = new ArrayList<>();
        for (int j = 0; j < law.nodes().size(); j++) {
            places.add(new Factor.ConstantPlace(position, law.nodes().get(j), j));
        }
        return new Factor.Constants(law.law(), places);
    }

    private static Factor.Constants merged(Factor.Constants left, Factor.Constants right) {
        List<Factor.ConstantPlace> places = new ArrayList<>(left.places());
        places.addAll(right.places());
        return new Factor.Constants(left.law(), places);
    }

    /** The spread of the first place that has one rules; places of another value follow in proportion. */
    private static Factor.Input merged(Factor.Input left, Factor.Input right) {
        Factor.Input first = left.spread() == null && right.spread() != null ? right : left;
        List<Factor.Place> places = new ArrayList<>();
        for (Factor.Input one : List.of(left, right)) {
            double scale = one.value() == first.value() ? 1 : one.value() / first.value();
            one.places().forEach(place -> places.add(new Factor.Place(place.alternative(), place.node(),
                    place.scale() * (Double.isFinite(scale) ? scale : 1))));
        }
        return new Factor.Input(first.path(), first.label(), first.unit(), first.value(), first.spread(), places);
    }

    /**
     * The alternatives.
     *
     * @return in the order they were given
     */
    public List<Alternative> alternatives() {
        return alternatives;
    }

    /**
     * What is sought.
     *
     * @return the most important one first
     */
    public List<Objective> objectives() {
        return objectives;
    }

    /**
     * All inputs of all alternatives but the constants of laws.
     *
     * @return one for each quantity, by the first of its origins, in the order of the graphs
     */
    public List<Factor.Input> inputs() {
        return inputs;
    }

    /**
     * An input.
     *
     * @param path its origin
     * @return the input, if an alternative has it
     */
    public Optional<Factor.Input> input(String path) {
        return inputs.stream().filter(input -> input.path().equals(path)).findFirst();
    }

    /**
     * The laws whose joint uncertainty is known.
     *
     * @return one for each law
     */
    public List<Factor.Constants> laws() {
        return laws;
    }

    /**
     * All that is uncertain: laws first, then inputs with a spread.
     *
     * @return what a Monte Carlo run draws
     */
    public List<Factor> uncertain() {
        List<Factor> factors = new ArrayList<>(laws);
        inputs.stream().filter(input -> input.spread() != null).forEach(factors::add);
        return factors;
    }

    /**
     * What the uncertainty of a measure holds.
     *
     * @param alternative position of the alternative
     * @param measure a node of its graph
     * @return laws, prices and other inputs that are uncertain and that the measure follows from; empty if it has no
     *         node
     */
    public Contents contents(int alternative, String measure) {
        if (!alternatives.get(alternative).graph().has(measure)) {
            return Contents.NOTHING;
        }
        Set<String> from = new LinkedHashSet<>();
        alternatives.get(alternative).graph().inputsOf(measure).forEach(node -> from.add(node.id()));
        List<Law> ofLaws = laws.stream().filter(law -> law.places().stream()
                .anyMatch(place -> place.alternative() == alternative && from.contains(place.node())))
                .map(Factor.Constants::law).toList();
        List<Factor.Input> ofInputs = inputs.stream().filter(input -> input.spread() != null && input.places().stream()
                .anyMatch(place -> place.alternative() == alternative && from.contains(place.node()))).toList();
        return new Contents(ofLaws, ofInputs);
    }

    /**
     * The winner by the values of the graphs themselves.
     *
     * @return its position among the alternatives; −1 if none is feasible and has a value for something that is sought
     */
    public int winner() {
        Evaluator evaluator = new Evaluator(this, List.of(), List.of(), 1);
        evaluator.run(1);
        return evaluator.winner(0);
    }

    /**
     * Whether an alternative keeps all its limits by the values of its graph.
     *
     * @param alternative its position
     * @return true if it is feasible
     */
    public boolean isFeasible(int alternative) {
        Evaluator evaluator = new Evaluator(this, List.of(), List.of(), 1);
        evaluator.run(1);
        return evaluator.isFeasible(alternative, 0);
    }
}
