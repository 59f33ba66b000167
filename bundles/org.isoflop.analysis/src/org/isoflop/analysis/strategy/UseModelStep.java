package org.isoflop.analysis.strategy;

import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/** Taking a model that exists. Its loss is the observed one, else that of the law at its parameters and tokens. */
final class UseModelStep {

    private UseModelStep() {
    }

    static State run(Chain chain, Scope scope, UseModelInputs given) {
        ModelInputs model = given.model();
        Node service = scope.input("servicePrice", "k_s", Unit.USD_PER_MILLION_TOKENS, given.pricePerMillion(),
                Domain.NOT_NEGATIVE);
        State state = known(model) || service == null
                ? ModelNodes.of(chain, scope, model)
                : new State(model.id(), null, null, null, null, null, null, null, false, false, null, null);
        Node tokens = scope.input("tokens", "D", Unit.TOKENS, model.tokens());
        if (given.price() != null) {
            chain.ledger().add("costOneOff",
                    scope.input("modelPrice", "K_m", Unit.USD, given.price(), Domain.NOT_NEGATIVE));
        } else if (service == null) {
            chain.assume("assumption.free", model.id());
        }
        if (tokens != null && state.parameters() != null) {
            chain.ledger().add("tokensPerParameter",
                    scope.derived("tokensPerParameter", "d", Unit.TOKENS_PER_PARAMETER, "{0} / {1}",
                            List.of(tokens, state.parameters()), v -> v[0] / v[1],
                            "Hoffmann et al. 2022, arXiv:2203.15556"));
        }
        State priced = new State(state.name(), state.architecture(), state.parameters(), state.active(), tokens, null,
                null, null, false, false, null, service);
        if (model.loss() != null) {
            chain.assume("assumption.observedLoss", model.id());
            return priced.with(scope.input("loss", "L", Unit.NATS_PER_TOKEN, model.loss()), null);
        }
        return predicted(chain, scope, priced, tokens);
    }

    private static boolean known(ModelInputs model) {
        return model.architecture() != null || model.parameters() != null;
    }

    private static State predicted(Chain chain, Scope scope, State state, Node tokens) {
        Law law = chain.given().law();
        if (law == null || !law.answersLossOfModels()) {
            return state.with(null, Sentence.of("reason.observedLoss", state.name()));
        }
        Node n = state.parameters() == null ? null : chain.counted(scope, state, law);
        if (n == null || tokens == null) {
            return state.with(null, Sentence.of("reason.observedLoss", state.name()));
        }
        LawNodes nodes = LawNodes.of(chain, scope, law, Map.of());
        nodes.extrapolates(n, tokens, null, null);
        chain.cite(law.form().source(), "assumption.predictedLoss", state.name(), law.id());
        return state.with(nodes.lines(law.form().steps(), nodes.point(n, tokens)), null);
    }
}
