package org.isoflop.analysis.strategy;

import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.unit.Unit;

/** A language model as nodes: its parameters, counted where its architecture is known, else as declared. */
final class ModelNodes {

    private ModelNodes() {
    }

    static State of(Chain chain, Scope scope, ModelInputs model) {
        Node all;
        Node active;
        if (model.architecture() != null) {
            ParameterCounts counts = ParameterCounts.of(model.architecture());
            String path = model.id() + ".architecture";
            all = scope.counted("parameters", "N", Unit.PARAMETERS, counts.total(), path);
            active = counts.active() == counts.total() ? all
                    : scope.counted("activeParameters", "N_a", Unit.PARAMETERS, counts.active(), path);
            chain.assume("assumption.counted", model.id());
        } else {
            all = scope.input("parameters", "N", Unit.PARAMETERS, model.parameters());
            active = scope.input("activeParameters", "N_a", Unit.PARAMETERS, model.activeParameters());
            if (active == null) {
                active = all;
            }
        }
        if (all == null) {
            throw new StrategyException(Sentence.of("strategy.modelSize", model.id()));
        }
        return new State(model.id(), model.architecture(), all, active, null, null, null, null, false, false, null,
                null);
    }

    /** Says what kind of number the loss of a model is that is given. */
    static void announceLoss(Chain chain, ModelInputs model) {
        String status = model.loss().origin() == null ? null : model.loss().origin().status();
        chain.assume(switch (status) {
            case "assumed" -> "assumption.assumedModelLoss";
            case "estimated" -> "assumption.estimatedLoss";
            case null, default -> "assumption.observedLoss";
        }, model.id());
    }

    /** The model after further training: it has seen these tokens besides those before, if these are known. */
    static State trained(Scope scope, State state, Node tokens) {
        return state.tokens() == null ? state
                : state.withTokens(scope.derived("allTokens", "D_a", Unit.TOKENS, "{0} + {1}",
                        List.of(state.tokens(), tokens), v -> v[0] + v[1], null));
    }
}
