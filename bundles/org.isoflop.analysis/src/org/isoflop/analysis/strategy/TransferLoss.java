package org.isoflop.analysis.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;

/**
 * The loss of a tuned model on the domain of its data (Hernandez et al. 2021): tuning on D_F tokens equals training
 * from scratch on D_F + D_T tokens of the domain, with D_T the effective data transferred, put into the domain’s own
 * law. A law of transfer that counts characters is asked in characters, by those that a token of the data has. Outside
 * the range of the law, where D_F is more than a tenth of the need, there is no number.
 */
final class TransferLoss {

    static final double MOST_OF_NEED = 0.1;
    private static final String TUNING = "D_F";
    private static final String TRANSFERRED = "D_T";
    private static final String SOURCE = "Hernandez et al. 2021, arXiv:2102.01293";

    private final Chain chain;
    private final Scope scope;
    private final Data data;
    private final Law transfer;

    /**
     * What a model is tuned on.
     *
     * @param tokens tokens D_F of the domain, or null if unknown
     * @param set the dataset that they are from, or null
     */
    record Data(Node tokens, DataInputs set) {
    }

    private TransferLoss(Chain chain, Scope scope, Data data, Law transfer) {
        this.chain = chain;
        this.scope = scope;
        this.data = data;
        this.transfer = transfer;
    }

    /**
     * The state after tuning.
     *
     * @param data what it is tuned on
     * @param transfer the law of transfer, or null
     * @param assumed the loss that the user assumes, or null
     */
    static State after(Chain chain, Scope scope, State state, Data data, Law transfer,
            org.isoflop.analysis.strategy.Input assumed) {
        if (transfer == null) {
            return assumed(chain, scope, state, assumed, Sentence.of("reason.noTransferLaw"));
        }
        TransferLoss asked = new TransferLoss(chain, scope, data, transfer);
        Sentence why = asked.refusal();
        if (why != null) {
            return assumed(chain, scope, state, assumed, why);
        }
        Node n = chain.counted(scope, state, transfer);
        Node own = chain.counted(scope, state, chain.given().law());
        if (n == null || own == null) {
            return assumed(chain, scope, state, assumed,
                    Chain.silence(state, n == null ? transfer : chain.given().law()));
        }
        Node loss = asked.loss(n, own);
        return loss == null
                ? assumed(chain, scope, state, assumed, Sentence.of("reason.transferRange", transfer.id()))
                : state.with(loss, null);
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

    private Sentence refusal() {
        Input tuning = transfer.form().ownInputs().stream().filter(input -> input.symbol().equals(TUNING)).findFirst()
                .orElse(null);
        Formula transferred = transfer.form().ownFormulas().stream()
                .filter(line -> line.symbol().equals(TRANSFERRED)).findFirst().orElse(null);
        if (tuning == null || transferred == null) {
            return Sentence.of("reason.noTransfer", transfer.id());
        }
        Sentence why = counting(tuning.unit(), transferred.unit());
        if (why != null) {
            return why;
        }
        if (data.tokens() == null) {
            return Sentence.of("reason.tuningTokens");
        }
        Law domain = chain.given().law();
        if (domain == null || !domain.answersLossOfModels()) {
            return Sentence.of("reason.domainLaw");
        }
        Input missing = transfer.missingInputs().stream().filter(input -> !input.symbol().equals(TUNING)).findFirst()
                .orElse(null);
        return missing == null ? null
                : Sentence.of("law.input.missing", transfer.id(), missing.symbol(), missing);
    }

    /** Tokens go into tokens, characters into characters, if the data say how many a token has. */
    private Sentence counting(LawUnit tuning, LawUnit transferred) {
        if (tuning.known() != Unit.TOKENS && tuning.known() != Unit.CHARACTERS) {
            return Sentence.of("reason.transferUnit", transfer.id(), unit(tuning));
        }
        if (!transferred.equals(tuning) && !transferred.equals(LawUnit.ONE)) {
            return Sentence.of("reason.transferUnits", transfer.id(), unit(tuning), unit(transferred));
        }
        if (tuning.known() == Unit.TOKENS || data.set() != null && data.set().charactersPerToken() != null) {
            return null;
        }
        return data.set() == null
                ? Sentence.of("reason.transferDataset", transfer.id())
                : Sentence.of("reason.transferCharacters", transfer.id(), data.set().id());
    }

    private static Object unit(LawUnit unit) {
        return unit.words() == null ? Sentence.of("unit." + unit.known().name()) : unit.words();
    }

    /** The loss by the law of the domain; null outside the range of the law of transfer. */
    private Node loss(Node n, Node own) {
        Node characters = characters();
        Node tuning = characters == null ? data.tokens()
                : scope.derived("tuningCharacters", "D_c", Unit.CHARACTERS, "{0}*{1}",
                        List.of(data.tokens(), characters), v -> v[0] * v[1], null);
        LawNodes law = LawNodes.of(chain, scope, transfer, Map.of()).bind(TUNING, tuning);
        Node transferred = law.lines(transfer.form().linesTo(TRANSFERRED), new HashMap<>(Map.of("N", n)));
        if (tuning.value() > MOST_OF_NEED * (tuning.value() + transferred.value())) {
            return null;
        }
        law.extrapolates(n, data.tokens(), null, null);
        if (characters != null) {
            transferred = scope.derived("transferredTokens", "D_t", Unit.TOKENS, "{0} / {1}",
                    List.of(transferred, characters), v -> v[0] / v[1], null);
            chain.assume("assumption.transferCharacters", transfer.id(), data.set().id(),
                    new Amount(characters.value(), Unit.CHARACTERS));
        }
        Node worth = scope.derived("effectiveData", "D_s", Unit.TOKENS, "{0} + {1}",
                List.of(data.tokens(), transferred), v -> v[0] + v[1], SOURCE);
        Law domain = chain.given().law();
        LawNodes nodes = LawNodes.of(chain, scope, domain, Map.of());
        nodes.extrapolates(own, worth, null, null);
        chain.cite(SOURCE, "assumption.transfer", transfer.id(), domain.id());
        return nodes.lines(domain.form().steps(), nodes.point(own, worth));
    }

    /** The characters of a token, if the law of transfer counts characters. */
    private Node characters() {
        boolean asked = transfer.form().ownInputs().stream()
                .anyMatch(input -> input.symbol().equals(TUNING) && input.unit().known() == Unit.CHARACTERS);
        return asked
                ? scope.input("charactersPerToken", "c_t", Unit.CHARACTERS_PER_TOKEN, data.set().charactersPerToken())
                : null;
    }
}
