package org.isoflop.analysis.strategy;

import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawVariable;
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
        Node tokens = scope.input("modelTokens", "D", Unit.TOKENS, model.tokens());
        if (given.price() != null) {
            chain.ledger().add("costOneOff",
                    scope.input("modelPrice", "K_m", Unit.USD, given.price(), Domain.NOT_NEGATIVE));
        } else if (service == null) {
            chain.assume("assumption.free", model.id());
        }
        State priced = new State(state.name(), state.architecture(), state.parameters(), state.active(), tokens, null,
                null, null, false, false, null, service);
        if (model.loss() != null) {
            ModelNodes.announceLoss(chain, model);
            return priced.with(scope.input("loss", "L", Unit.NATS_PER_TOKEN, model.loss()), null);
        }
        return predicted(chain, scope, priced, tokens);
    }

    private static boolean known(ModelInputs model) {
        return model.architecture() != null || model.parameters() != null;
    }

    private static State predicted(Chain chain, Scope scope, State state, Node tokens) {
        Law law = chain.given().law();
        Sentence unknown = Sentence.of("reason.observedLoss", state.name());
        if (law == null) {
            return state.with(null, unknown);
        }
        if (state.hasExperts() && !law.knowsExperts()) {
            return state.with(null, Chain.silence(state, law));
        }
        if (!law.missingInputs().isEmpty()) {
            LawVariable missing = law.missingInputs().getFirst();
            return state.with(null, Sentence.of("law.input.missing", law.id(), missing.key(), missing));
        }
        boolean asked = law.answersLossOfModels() && state.parameters() != null && tokens != null;
        Node n = asked ? chain.counted(scope, state, law) : null;
        if (n == null) {
            return state.with(null, unknown);
        }
        LawNodes nodes = LawNodes.of(chain, scope, law, Map.of());
        nodes.extrapolates(n, tokens, null, null);
        chain.cite(law.form().source(), "assumption.predictedLoss", state.name(), law.id());
        return state.with(nodes.lines(law.form().steps(), nodes.point(n, tokens)), null);
    }
}
