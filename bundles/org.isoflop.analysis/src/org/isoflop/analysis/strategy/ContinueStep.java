package org.isoflop.analysis.strategy;

import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/** Pretraining a model further on another corpus, with a share of the former one replayed against forgetting. */
final class ContinueStep {

    private static final String REPLAY = "Bethune et al. 2025, arXiv:2502.06042";

    private ContinueStep() {
    }

    static State run(Chain chain, Scope scope, State state, ContinueInputs given) {
        Node tokens = scope.input("tokens", "D", Unit.TOKENS, given.training().tokens());
        if (tokens == null) {
            throw new StrategyException(Sentence.of("strategy.tuningTokens"));
        }
        Machines machines = new Machines(chain, scope, given.training(), state.architecture(), state.size());
        chain.ledger().add("tokens", tokens);
        chain.cite(PretrainStep.SIX_ND, "assumption.sixND");
        Node compute = scope.derived("compute", "C", Unit.FLOP, "6*{0}*{1}", List.of(state.active(), tokens),
                v -> TuningCost.full(v[0], v[1]), PretrainStep.SIX_ND);
        TrainingRun.add(chain, scope, given.training(), machines, compute, null);
        if (state.architecture() == null) {
            chain.ledger().missing("memoryBytesPerDevice", Sentence.of("reason.architecture"));
        } else {
            LayoutMemory.add(chain, scope, machines, state.architecture());
        }
        DataInputs data = given.training().data();
        if (DataNodes.qualityUnknown(data)) {
            throw new StrategyException(Sentence.of("strategy.quality", data.id()));
        }
        Node fresh = tokens;
        if (given.replay() != null) {
            Node replay = scope.input("replay", "rho_r", Unit.ONE, given.replay(), Domain.BELOW_ONE);
            fresh = scope.derived("freshTokens", "D_n", Unit.TOKENS, "{0}*(1 - {1})", List.of(tokens, replay),
                    v -> v[0] * (1 - v[1]), REPLAY);
            chain.cite(REPLAY, "assumption.replay");
        }
        Node quality = DataNodes.quality(chain, scope, data);
        Node worth = quality == null ? fresh
                : scope.derived("worthTokens", "D_q", Unit.TOKENS, "{0}*{1}", List.of(fresh, quality),
                        v -> v[0] * v[1], null);
        if (data != null && data.uniqueTokens() != null) {
            Node unique = scope.input("uniqueTokens", "U", Unit.TOKENS, data.uniqueTokens());
            scope.derived("epochs", "e_p", Unit.EPOCHS, "max({0} / {1}, 1)", List.of(fresh, unique),
                    v -> Math.max(v[0] / v[1], 1), "Muennighoff et al. 2023, arXiv:2305.16264");
            chain.limit("uniqueTokens", fresh, unique);
        }
        State trained = ModelNodes.trained(scope, state, tokens);
        return TransferLoss.after(chain, scope, trained, new TransferLoss.Data(worth, data), given.law(),
                given.assumedLoss());
    }
}
