package org.isoflop.analysis.strategy;

import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.training.ActivationBytes;
import org.isoflop.analysis.training.Adapters;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.Recomputation;
import org.isoflop.analysis.training.TrainingSetup;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;

/**
 * The memory of training a few parameters beside frozen weights, one sequence at a time: frozen weights and states are
 * divided among as few devices as will do, activations of the full depth are not, since gradients flow through frozen
 * layers too.
 */
final class AdapterMemory {

    private static final double LOGIT_BYTES = 6;
    private static final double USUAL_BYTES = 2;
    private static final String SOURCE = "Hu et al. 2021, arXiv:2106.09685; Dettmers et al. 2023, arXiv:2305.14314";

    private AdapterMemory() {
    }

    /**
     * Adds the memory of tuning.
     *
     * @param trainable parameters that are trained, or null if unknown
     * @param frozenBits bits of a frozen weight of a matrix
     */
    static void add(Chain chain, Scope scope, Machines machines, State state, Node trainable, Node frozenBits) {
        Architecture architecture = state.architecture();
        if (architecture == null || trainable == null) {
            chain.ledger().missing("memoryBytesPerDevice", Sentence.of("reason.architecture"));
            return;
        }
        long context = machines.setup().context(architecture);
        String path = state.name() + ".architecture";
        Node frozen = frozenBits == null
                ? scope.derived("frozenBytes", "B_f", Unit.BYTES, "2*{0}", List.of(state.parameters()),
                        v -> USUAL_BYTES * v[0], SOURCE)
                : scope.solved("frozenBytes", "B_f", Unit.BYTES, Sentence.of("condition.frozen"), List.of(frozenBits),
                        v -> Adapters.frozenBytes(architecture, v[0]), SOURCE);
        Recipe recipe = machines.setup().recipe();
        double bytes = recipe.bytes().total();
        Node each = scope.usual("stateBytes", "b_s", Unit.ONE, bytes, recipe.source());
        double logits = architecture.head() == Head.NONE ? 0
                : LOGIT_BYTES * context * architecture.vocabularySize();
        double limit = machines.device().memory() == null ? Double.POSITIVE_INFINITY
                : machines.device().memory().value();
        double room = limit * (1 - TrainingSetup.FRAGMENTATION) - TrainingSetup.RESERVE;
        double states = frozen.value() + trainable.value() * bytes;
        double kept = activations(architecture, context, Recomputation.NONE) + logits;
        double available = machines.devices() == null ? 1 : Math.max(1, machines.devices().value());
        if (states + kept > room) {
            kept = activations(architecture, context, Recomputation.FULL) + logits;
        }
        double shares = 1;
        while (states / shares + kept > room && shares * 2 <= available) {
            shares *= 2;
        }
        Node activations = scope.counted("activations", "A", Unit.BYTES, kept, path);
        Node divided = scope.counted("shares", "z", Unit.ONE, shares, path);
        Node reserve = scope.usual("reserve", "B_r", Unit.BYTES, TrainingSetup.RESERVE, null);
        Node lost = scope.usual("fragmentation", "phi", Unit.ONE, TrainingSetup.FRAGMENTATION, null);
        Node memory = scope.derived("memory.tuning", "B", Unit.BYTES,
                "(({0} + {1}*{2}) / {3} + {4} + {5}) / (1 - {6})",
                List.of(frozen, trainable, each, divided, activations, reserve, lost),
                v -> ((v[0] + v[1] * v[2]) / v[3] + v[4] + v[5]) / (1 - v[6]), SOURCE);
        chain.cite(SOURCE, "assumption.adapterMemory", context, shares, recipe,
                new Amount(TrainingSetup.RESERVE, Unit.BYTES), TrainingSetup.FRAGMENTATION);
        LayoutMemory.unverified(chain, recipe);
        chain.ledger().add("memoryBytesPerDevice", memory);
        if (machines.device().memory() != null) {
            chain.limit("memory", memory, limit);
        }
    }

    private static double activations(Architecture architecture, long context, Recomputation recomputation) {
        ActivationBytes bytes = ActivationBytes.of(architecture, false).fused();
        double all = architecture.layerCount() * bytes.perToken(context, 1, false, recomputation);
        double working = recomputation == Recomputation.FULL
                ? bytes.perToken(context, 1, false, Recomputation.NONE)
                : 0;
        return (all + working) * context;
    }
}
