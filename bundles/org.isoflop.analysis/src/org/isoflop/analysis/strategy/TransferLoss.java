package org.isoflop.analysis.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.unit.Unit;

/**
 * The loss of a tuned model on the domain of its data (Hernandez et al. 2021): tuning on D_F tokens equals training
 * from scratch on D_F + D_T tokens of the domain, with D_T the effective data transferred, put into the domain’s own
 * law. Outside the range of that law, where D_F is more than a tenth of the need, there is no number.
 */
final class TransferLoss {

    static final double MOST_OF_NEED = 0.1;
    private static final String TUNING = "D_F";
    private static final String TRANSFERRED = "D_T";
    private static final String SOURCE = "Hernandez et al. 2021, arXiv:2102.01293";

    private TransferLoss() {
    }

    /**
     * The state after tuning.
     *
     * @param tuning tokens D_F of the domain, or null if unknown
     * @param transfer the law of transfer, or null
     * @param assumed the loss that the user assumes, or null
     */
    static State after(Chain chain, Scope scope, State state, Node tuning, Law transfer,
            org.isoflop.analysis.strategy.Input assumed) {
        if (transfer == null) {
            return assumed(chain, scope, state, assumed, Sentence.of("reason.noTransferLaw"));
        }
        Sentence why = refusal(chain, transfer, tuning);
        Node loss = null;
        if (why == null) {
            LawNodes law = LawNodes.of(chain, scope, transfer, Map.of()).bind(TUNING, tuning);
            Node n = chain.counted(scope, state, transfer);
            Node own = chain.counted(scope, state, chain.given().law());
            if (n == null || own == null) {
                why = Sentence.of("reason.counting", transfer.id());
            } else if (!law.law().missingInputs().isEmpty()) {
                Input missing = law.law().missingInputs().getFirst();
                why = Sentence.of("law.input.missing", transfer.id(), missing.symbol(), missing);
            } else {
                loss = loss(chain, scope, law, tuning, n, own);
                why = loss == null ? Sentence.of("reason.transferRange", transfer.id()) : null;
            }
        }
        return loss != null ? state.with(loss, null) : assumed(chain, scope, state, assumed, why);
    }

    /** The loss that the user assumes, marked, or none with the reason. */
    static State assumed(Chain chain, Scope scope, State state, org.isoflop.analysis.strategy.Input assumed,
            Sentence why) {
        if (assumed == null) {
            return state.with(null, why);
        }
        chain.assume("assumption.assumedLoss", why);
        return state.with(scope.input("loss", "L", Unit.NATS_PER_TOKEN, assumed), null);
    }

    private static Sentence refusal(Chain chain, Law transfer, Node tuning) {
        LawForm form = transfer.form();
        Law domain = chain.given().law();
        Input data = form.ownInputs().stream().filter(input -> input.symbol().equals(TUNING)).findFirst()
                .orElse(null);
        if (data == null || form.ownFormulas().stream().noneMatch(line -> line.symbol().equals(TRANSFERRED))) {
            return Sentence.of("reason.noTransfer", transfer.id());
        }
        if (data.unit().known() != Unit.TOKENS) {
            return Sentence.of("reason.transferUnit", transfer.id(), data.unit().key());
        }
        if (tuning == null) {
            return Sentence.of("reason.tuningTokens");
        }
        if (domain == null || !domain.answersLossOfModels()) {
            return Sentence.of("reason.domainLaw");
        }
        return null;
    }

    private static Node loss(Chain chain, Scope scope, LawNodes law, Node tuning, Node n, Node own) {
        Map<String, Node> variables = new HashMap<>();
        variables.put("N", n);
        Node transferred = law.lines(law.law().form().linesTo(TRANSFERRED), variables);
        if (tuning.value() > MOST_OF_NEED * (tuning.value() + transferred.value())) {
            return null;
        }
        law.extrapolates(n, tuning, null, null);
        Node data = scope.derived("effectiveData", "D_s", Unit.TOKENS, "{0} + {1}", List.of(tuning, transferred),
                v -> v[0] + v[1], SOURCE);
        Law domain = chain.given().law();
        LawNodes nodes = LawNodes.of(chain, scope, domain, Map.of());
        nodes.extrapolates(own, data, null, null);
        chain.cite(SOURCE, "assumption.transfer", law.law().id(), domain.id());
        return nodes.lines(domain.form().steps(), nodes.point(own, data));
    }
}
