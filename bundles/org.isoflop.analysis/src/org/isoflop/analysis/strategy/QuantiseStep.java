package org.isoflop.analysis.strategy;

import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/**
 * Storing weights in fewer bits. The loss grows by what a measurement or a table says, else by a law of precision, else
 * by what was measured for this very model and format; otherwise it is not known.
 */
final class QuantiseStep {

    private static final String BITS = "P_post";
    private static final String INCREASE = "delta_PTQ";

    private QuantiseStep() {
    }

    static State run(Chain chain, Scope scope, State state, QuantiseInputs given) {
        Node bits = bits(scope, given);
        Node otherBits = scope.input("otherBits", "q_o", Unit.ONE, given.otherBits());
        Node cacheBits = scope.input("cacheBits", "q_c", Unit.ONE, given.cacheBits());
        State stored = state.stored(new State.Weights(given.format(), bits, otherBits, cacheBits));
        if (state.parameters() != null && bits != null) {
            scope.derived("weightBytes.stored", "B_w", Unit.BYTES, "{0}*{1} / 8", List.of(state.parameters(), bits),
                    v -> QuantisationTable.bytes(v[0], v[1]), QuantisationTable.BITS_SOURCE);
        }
        if (state.loss() == null) {
            return stored;
        }
        Node increase = increase(chain, scope, state, given, bits);
        if (increase == null) {
            return stored.with(null, why(state, given));
        }
        return stored.with(scope.derived("loss", "L", Unit.NATS_PER_TOKEN, "{0} + {1}",
                List.of(state.loss(), increase), v -> v[0] + v[1], increase.source()), null);
    }

    /** Returns the bits of a weight; null where the step quantises something else alone. */
    private static Node bits(Scope scope, QuantiseInputs given) {
        if (given.weightBits() != null) {
            return scope.input("bits", "q_m", Unit.ONE, given.weightBits());
        }
        if (given.format() == null && (given.otherBits() != null || given.cacheBits() != null)) {
            return null;
        }
        return QuantisationTable.bits(given.format())
                .map(known -> scope.usual("bits", "q_m", Unit.ONE, known, QuantisationTable.BITS_SOURCE))
                .orElseThrow(() -> new StrategyException(
                        Sentence.of("strategy.bits", String.join(", ", QuantisationTable.formats()))));
    }

    private static Node increase(Chain chain, Scope scope, State state, QuantiseInputs given, Node bits) {
        if (given.lossIncrease() != null) {
            return scope.input("lossIncrease", "delta_q", Unit.NATS_PER_TOKEN, given.lossIncrease(),
                    Domain.NOT_NEGATIVE);
        }
        Law law = given.law();
        if (law != null && bits != null) {
            return byLaw(chain, scope, state, law, bits);
        }
        return QuantisationTable.lossIncrease(state.name(), given.format()).map(known -> {
            chain.cite(QuantisationTable.LOSS_SOURCE, "assumption.quantisationTable", state.name(), given.format());
            return scope.named("lossIncrease", Sentence.of("node.lossIncrease"), "delta_q", Unit.NATS_PER_TOKEN,
                    new Input(known, new Origin(null, QuantisationTable.LOSS_SOURCE, "measured")),
                    Domain.NOT_NEGATIVE);
        }).orElse(null);
    }

    private static Node byLaw(Chain chain, Scope scope, State state, Law law, Node bits) {
        if (!answers(law) || state.tokens() == null) {
            return null;
        }
        LawNodes nodes = LawNodes.of(chain, scope, law, Map.of()).bind(BITS, bits);
        Node n = chain.counted(scope, state, law);
        if (n == null) {
            return null;
        }
        nodes.requireInputs();
        nodes.extrapolates(n, state.tokens(), null, null);
        chain.cite(law.form().source(), "assumption.precisionLaw", law.id());
        return nodes.lines(law.form().linesTo(INCREASE), nodes.point(n, state.tokens()));
    }

    private static boolean answers(Law law) {
        return law.form().ownInputs().stream().anyMatch(input -> input.symbol().equals(BITS))
                && law.form().ownFormulas().stream().anyMatch(line -> line.symbol().equals(INCREASE));
    }

    private static Sentence why(State state, QuantiseInputs given) {
        if (given.law() == null) {
            return Sentence.of("reason.quantisation");
        }
        if (!answers(given.law())) {
            return Sentence.of("reason.noPrecisionLaw", given.law().id());
        }
        return state.tokens() == null || state.parameters() == null
                ? Sentence.of("reason.quantisationTokens", given.law().id())
                : Chain.silence(state, given.law());
    }
}
