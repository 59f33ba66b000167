package org.isoflop.analysis.strategy;

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
}
