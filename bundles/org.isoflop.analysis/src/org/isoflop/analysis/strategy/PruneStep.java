package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/**
 * Leaving out a part of a model. What is left is a smaller model, trained to recover if tokens are given; or two of
 * four weights are zero in place, which speeds up nothing but serving on chips that skip them, at most twice.
 */
final class PruneStep {

    private static final String SOURCE = "Mishra et al. 2021, arXiv:2104.08378";

    private PruneStep() {
    }

    static State run(Chain chain, Scope scope, State state, PruneInputs given) {
        State left = left(chain, scope, state, given);
        Node tokens = scope.input("tokens", "D", Unit.TOKENS, given.training().tokens());
        if (tokens != null) {
            Machines machines = new Machines(chain, scope, given.training(), left.architecture(), left.size());
            chain.ledger().add("tokens", tokens);
            left = ModelNodes.trained(scope, left, tokens);
            chain.cite(PretrainStep.SIX_ND, "assumption.sixND");
            Node compute = scope.derived("compute", "C", Unit.FLOP, "6*{0}*{1}", List.of(left.active(), tokens),
                    v -> TuningCost.full(v[0], v[1]), PretrainStep.SIX_ND);
            TrainingRun.add(chain, scope, given.training(), machines, compute, null);
            if (left.architecture() == null) {
                chain.ledger().missing("memoryBytesPerDevice", Sentence.of("reason.architecture"));
            } else {
                LayoutMemory.add(chain, scope, machines, left.architecture());
            }
        } else {
            chain.assume("assumption.noRecovery");
        }
        return TransferLoss.assumed(chain, scope, left, given.assumedLoss(), Sentence.of("reason.pruning"));
    }

    private static State left(Chain chain, Scope scope, State state, PruneInputs given) {
        boolean share = given.sparse() || given.keep() != null;
        if (share == (given.left() != null)) {
            throw new StrategyException(Sentence.of("strategy.prune"));
        }
        if (given.sparse()) {
            chain.cite(SOURCE, "assumption.sparse");
            return state.left(state.name(), state.architecture(), state.parameters(), state.active(), true);
        }
        if (given.left() != null) {
            State rest = ModelNodes.of(chain, scope, given.left());
            if (rest.parameters().value() > state.parameters().value()) {
                throw new StrategyException(Sentence.of("strategy.pruneGrows", given.left().id()));
            }
            return state.left(rest.name(), rest.architecture(), rest.parameters(), rest.active(), false);
        }
        Node keep = scope.input("keep", "k_p", Unit.ONE, given.keep(), Domain.SHARE);
        Node all = scope.derived("parameters", "N", Unit.PARAMETERS, "{0}*{1}", List.of(keep, state.parameters()),
                v -> v[0] * v[1], null);
        Node active = state.active() == state.parameters() ? all
                : scope.derived("activeParameters", "N_a", Unit.PARAMETERS, "{0}*{1}", List.of(keep, state.active()),
                        v -> v[0] * v[1], null);
        Architecture thinner = null;
        if (state.architecture() != null) {
            thinner = thinned(state.architecture(), all.value());
            chain.assume("assumption.thinned", thinner.layerCount(), state.architecture().layerCount());
        }
        return state.left(state.name(), thinner, all, active, false);
    }

    /** The model with as many of its layers as come nearest to a number of parameters. */
    static Architecture thinned(Architecture architecture, double parameters) {
        Architecture best = architecture;
        double distance = Math.abs(ParameterCounts.of(architecture).total() - parameters);
        for (long layers = architecture.layerCount() - 1; layers > 0; layers--) {
            Architecture candidate = with(architecture, layers);
            double apart = Math.abs(ParameterCounts.of(candidate).total() - parameters);
            if (apart < distance) {
                best = candidate;
                distance = apart;
            }
        }
        return best;
    }

    private static Architecture with(Architecture architecture, long layers) {
        double share = (double) layers / architecture.layerCount();
        List<LayerGroup> groups = new ArrayList<>();
        long before = 0;
        long kept = 0;
        for (LayerGroup group : architecture.layers()) {
            before += group.count();
            long count = Math.round(before * share) - kept;
            kept += count;
            if (count > 0) {
                groups.add(new LayerGroup(count, group.mixer(), group.feedForward(), group.norms()));
            }
        }
        return new Architecture(architecture.hiddenSize(), architecture.vocabularySize(),
                architecture.embeddingSize(), architecture.head(), architecture.learnedPositions(),
                architecture.norm(), architecture.finalNorm(), architecture.causal(), architecture.context(), groups,
                architecture.extras());
    }
}
