package org.isoflop.analysis.strategy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.training.Adapters;
import org.isoflop.analysis.training.Adapters.Target;
import org.isoflop.analysis.unit.Unit;

/**
 * Tuning on data of a domain. All parameters take 6·N·D; frozen ones 4·N·D, since no gradient of theirs is computed,
 * and adapters 6 for each of them; a tuned prompt reads its virtual tokens with every sample.
 */
final class FineTuneStep {

    private static final double NF4_BITS = 4.127;
    private static final String LORA = "Hu et al. 2021, arXiv:2106.09685";
    private static final String QLORA = "Dettmers et al. 2023, arXiv:2305.14314";
    private static final String LESTER = "Lester et al. 2021, arXiv:2104.08691";

    private final Chain chain;
    private final Scope scope;
    private final State state;
    private final FineTuneInputs given;
    private final Machines machines;
    private final Node tokens;
    private Node virtual;

    private FineTuneStep(Chain chain, Scope scope, State state, FineTuneInputs given) {
        this.chain = chain;
        this.scope = scope;
        this.state = state;
        this.given = given;
        machines = new Machines(chain, scope, given.training(), state.architecture(), state.size());
        tokens = scope.input("tokens", "D", Unit.TOKENS, given.training().tokens());
    }

    static State run(Chain chain, Scope scope, State state, FineTuneInputs given) {
        return new FineTuneStep(chain, scope, state, given).run();
    }

    private State run() {
        if (tokens == null) {
            throw new StrategyException(Sentence.of("strategy.tuningTokens"));
        }
        chain.ledger().add("tokens", tokens);
        Node trainable = trainable();
        if (trainable != null) {
            chain.ledger().add("trainableParameters", trainable);
        }
        TrainingRun.add(chain, scope, given.training(), machines, compute(trainable), null);
        memory(trainable);
        DataInputs data = given.training().data();
        if (DataNodes.qualityUnknown(data)) {
            throw new StrategyException(Sentence.of("strategy.quality", data.id()));
        }
        Node quality = DataNodes.quality(chain, scope, data);
        Node tuning = quality == null ? tokens
                : scope.derived("worthTokens", "D_q", Unit.TOKENS, "{0}*{1}", List.of(tokens, quality),
                        v -> v[0] * v[1], null);
        State trained = ModelNodes.trained(scope, state, tokens);
        State tuned = given.method() == Tuning.FULL ? trained : trained.withAdapters(virtual);
        return TransferLoss.after(chain, scope, tuned, new TransferLoss.Data(tuning, data), given.law(),
                given.assumedLoss());
    }

    private Node trainable() {
        return switch (given.method()) {
            case FULL -> state.parameters();
            case LORA, QLORA -> adapters();
            case PROMPT -> prompt();
        };
    }

    private Node adapters() {
        if (given.rank() == null) {
            throw new StrategyException(Sentence.of("strategy.rank"));
        }
        Architecture architecture = state.architecture();
        if (architecture == null) {
            return null;
        }
        Set<Target> targets = targets(architecture);
        if (targets.isEmpty()) {
            chain.assume("assumption.noTargets", state.name());
            return null;
        }
        chain.cite(QLORA, "assumption.targets", targets.size());
        Node rank = scope.chosen("rank", "r_l", Unit.ONE, given.rank());
        Node width = scope.counted("adapterWidth", "w_l", Unit.PARAMETERS,
                Adapters.parameters(architecture, 1, targets), state.name() + ".architecture");
        return scope.derived("adapters", "N_l", Unit.PARAMETERS, "{0}*{1}", List.of(rank, width), v -> v[0] * v[1],
                LORA);
    }

    /** The matrices that every layer has. */
    static Set<Target> targets(Architecture architecture) {
        Set<Target> targets = EnumSet.noneOf(Target.class);
        if (architecture.layers().stream().allMatch(group -> group.mixer() instanceof Attention)) {
            targets.addAll(EnumSet.of(Target.QUERY, Target.KEY, Target.VALUE, Target.OUTPUT));
        }
        if (architecture.layers().stream().allMatch(group -> group.feedForward() instanceof DenseFeedForward)) {
            targets.addAll(EnumSet.of(Target.UP, Target.DOWN));
            if (architecture.layers().stream()
                    .allMatch(group -> group.feedForward() instanceof DenseFeedForward dense && dense.gated())) {
                targets.add(Target.GATE);
            }
        }
        return targets;
    }

    private Node prompt() {
        if (given.promptTokens() == null) {
            throw new StrategyException(Sentence.of("strategy.promptTokens"));
        }
        virtual = scope.chosen("virtualTokens", "n_v", Unit.TOKENS, given.promptTokens());
        if (state.architecture() == null) {
            return null;
        }
        Node hidden = scope.counted("hiddenSize", "h_s", Unit.ONE, state.architecture().hiddenSize(),
                state.name() + ".architecture");
        return scope.derived("adapters", "N_l", Unit.PARAMETERS, "{0}*{1}", List.of(virtual, hidden),
                v -> v[0] * v[1], LESTER);
    }

    private Node compute(Node trainable) {
        return switch (given.method()) {
            case FULL -> {
                chain.cite(PretrainStep.SIX_ND, "assumption.sixND");
                yield scope.derived("compute", "C", Unit.FLOP, "6*{0}*{1}", List.of(state.active(), tokens),
                        v -> TuningCost.full(v[0], v[1]), PretrainStep.SIX_ND);
            }
            case LORA, QLORA -> {
                String source = given.method() == Tuning.LORA ? LORA : QLORA;
                chain.cite(source, "assumption.frozen");
                yield trainable == null
                        ? scope.derived("compute", "C", Unit.FLOP, "4*{0}*{1}", List.of(state.active(), tokens),
                                v -> TuningCost.frozen(v[0], 0, v[1]), source)
                        : scope.derived("compute", "C", Unit.FLOP, "(4*{0} + 6*{1})*{2}",
                                List.of(state.active(), trainable, tokens),
                                v -> TuningCost.frozen(v[0], v[1], v[2]), source);
            }
            case PROMPT -> promptCompute();
        };
    }

    private Node promptCompute() {
        chain.cite(LESTER, "assumption.frozen");
        Node prompt = chain.scenario().prompt();
        Node answer = chain.scenario().answer();
        if (prompt == null || answer == null) {
            chain.assume("assumption.noSamples");
            return scope.derived("compute", "C", Unit.FLOP, "4*{0}*{1}", List.of(state.active(), tokens),
                    v -> TuningCost.frozen(v[0], 0, v[1]), LESTER);
        }
        chain.assume("assumption.samples");
        return scope.derived("compute", "C", Unit.FLOP, "4*{0}*({1} + {2}*{1} / ({3} + {4}))",
                List.of(state.active(), tokens, virtual, prompt, answer),
                v -> TuningCost.prompt(v[0], v[1], v[2], v[1] / (v[3] + v[4])), LESTER);
    }

    private void memory(Node trainable) {
        if (given.method() == Tuning.FULL) {
            if (state.architecture() == null) {
                chain.ledger().missing("memoryBytesPerDevice", Sentence.of("reason.architecture"));
            } else {
                LayoutMemory.add(chain, scope, machines, state.architecture());
            }
            return;
        }
        Node bits = given.method() == Tuning.QLORA
                ? scope.usual("bits", "q_m", Unit.ONE, NF4_BITS, QLORA)
                : null;
        AdapterMemory.add(chain, scope, machines, state, trainable, bits);
    }
}
