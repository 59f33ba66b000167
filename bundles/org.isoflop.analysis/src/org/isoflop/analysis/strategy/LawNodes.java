package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawVariable;
import org.isoflop.analysis.law.Point;
import org.isoflop.analysis.law.Step;
import org.isoflop.analysis.law.SurfaceForm;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.unit.Unit;

/**
 * A law within a step: its constants, inputs of its own and lines as nodes. Its symbols are its own and may be those of
 * the strategy too.
 */
final class LawNodes {

    /** Names of the lines of the scenario’s law; the others are {@code law.} and their symbol. */
    private static final Map<String, String> IDS = Map.of("N", "parameters", "D", "tokens", "U", "uniqueTokens", "C",
            "compute", "L", "loss", "L_N", "loss.parameters", "L_D", "loss.tokens", "D_e", "effectiveTokens", "N_e",
            "effectiveParameters");
    private static final Set<String> VARIABLES = Set.of("N", "D", "U", "C");

    private final Chain chain;
    private final Scope scope;
    private final Law law;
    private final String prefix;
    private final boolean main;
    private final Map<String, Node> own;

    private LawNodes(Chain chain, Scope scope, Law law, Map<String, Node> own) {
        this.chain = chain;
        this.scope = scope;
        this.law = law;
        this.own = own;
        main = chain.given().law() != null && chain.given().law().id().equals(law.id());
        prefix = prefix(chain, law);
    }

    private static String prefix(Chain chain, Law law) {
        boolean first = chain.given().law() != null && chain.given().law().id().equals(law.id());
        return first ? "law." : "law." + law.id() + ".";
    }

    /**
     * Puts a law into the graph.
     *
     * @param arguments what is given for inputs of its own, by symbol
     */
    static LawNodes of(Chain chain, Scope scope, Law law, Map<String, Input> arguments) {
        String prefix = prefix(chain, law);
        Map<String, Node> constants = chain.constants(law);
        Map<String, Origin> origins = chain.given().constantOrigins().getOrDefault(law.id(), Map.of());
        law.constants().forEach((symbol, value) -> constants.computeIfAbsent(symbol,
                key -> chain.root().graph().input(prefix + symbol, Sentence.of("node.constant", symbol, law.id()),
                        symbol, Unit.ONE, value, origins.getOrDefault(symbol,
                                new Origin(law.id() + ".constants." + symbol, null, null)))));
        Map<String, Node> own = new HashMap<>(constants);
        Map<String, Double> values = new HashMap<>();
        arguments.forEach((symbol, argument) -> values.put(symbol, argument.value()));
        Law asked = law.withInputs(values);
        for (LawVariable input : law.form().ownInputs()) {
            Input argument = arguments.get(input.key());
            Double value = asked.inputs().get(input.key());
            if (value != null) {
                own.put(input.key(), scope.named(prefix + input.key(), input, input.key(), Unit.ONE, argument == null
                        ? new Input(value, new Origin(law.id() + ".inputs." + input.key(), null, null))
                        : argument, null));
            }
        }
        return new LawNodes(chain, scope, asked, own);
    }

    Law law() {
        return law;
    }

    /** Puts a number that the strategy knows in the place of an input of the law’s own. */
    LawNodes bind(String symbol, Node node) {
        Map<String, Node> bound = new HashMap<>(own);
        bound.put(symbol, node);
        return new LawNodes(chain, scope, law.withInputs(Map.of(symbol, node.value())), bound);
    }

    /** The constants of a surface and then its own inputs, as its methods take them. */
    List<Node> constants(SurfaceForm surface) {
        requireInputs();
        List<Node> nodes = new ArrayList<>();
        surface.constants().forEach(symbol -> nodes.add(own.get(symbol)));
        surface.ownInputs().forEach(input -> nodes.add(own.get(input.key())));
        return nodes;
    }

    void requireInputs() {
        if (!law.missingInputs().isEmpty()) {
            LawVariable missing = law.missingInputs().getFirst();
            throw new StrategyException(Sentence.of("law.input.missing", law.id(), missing.key(), missing));
        }
    }

    /**
     * Computes lines of the law.
     *
     * @param steps the lines
     * @param variables N, D, U and C; those that lines give are put in
     * @return what the last line gives
     */
    Node lines(List<Step> steps, Map<String, Node> variables) {
        Node last = null;
        for (Step step : steps) {
            Node known = own.get(step.symbol());
            if (known != null && known.formula() != null) {
                last = known;
                continue;
            }
            last = line(step, variables);
            (VARIABLES.contains(step.symbol()) ? variables : own).put(step.symbol(), last);
        }
        return last;
    }

    private Node line(Step step, Map<String, Node> variables) {
        List<Node> inputs = new ArrayList<>();
        Map<String, Expression> names = new HashMap<>();
        for (String symbol : step.inputs()) {
            Node node = own.getOrDefault(symbol, variables.get(symbol));
            inputs.add(node);
            names.put(symbol, new Expression.Name(node.symbol()));
        }
        String formula = Expression.parse(step.formula()).substitute(names).toString();
        String id = main ? IDS.getOrDefault(step.symbol(), prefix + step.symbol()) : prefix + step.symbol();
        return scope.line(id, step.label(), step.symbol(), step.unit(), formula, inputs, step.function(),
                law.form().source());
    }

    /** The variables of a model all of whose tokens are unique. */
    Map<String, Node> point(Node n, Node d) {
        Map<String, Node> variables = new HashMap<>(Map.of("N", n, "D", d));
        if (law.form().needs().contains(Variable.UNIQUE_TOKENS)) {
            variables.put("U", scope.derived("seenTokens", "U", Unit.TOKENS, "{0}", List.of(d), v -> v[0], null));
        }
        return variables;
    }

    /** Notes where the law is asked outside what it was fitted on. */
    void extrapolates(Node n, Node d, Node u, Node c) {
        chain.extrapolates(law.extrapolates(new Point(value(n), value(d), value(u), value(c))));
    }

    private static double value(Node node) {
        return node == null ? Double.NaN : node.value();
    }
}
