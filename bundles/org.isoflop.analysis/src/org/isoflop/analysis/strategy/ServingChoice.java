package org.isoflop.analysis.strategy;

import java.util.stream.IntStream;

import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.Mixer;
import org.isoflop.analysis.serving.Replica;
import org.isoflop.analysis.serving.ServingLoad;
import org.isoflop.analysis.serving.ServingStep;

/**
 * Chooses over how many devices a copy of a model is spread and how many sequences it takes at once, so that the fewest
 * devices answer the workload within its limits. Since a sequence never costs more time in a larger batch, the cheapest
 * batch is the largest that keeps the limits, which bisection finds. Immutable; one serves many threads.
 */
final class ServingChoice {

    private static final int WIDEST = 1024;
    private static final long LARGEST = 65_536;
    private static final double TOLERANCE = 1e-9;

    private final ServingLoad load;
    private final double stateBits;
    private final boolean linked;
    private final int[] groups;
    private final int layers;

    /**
     * Prepares the choice.
     *
     * @param load the model
     * @param stateBits bits of a value of a recurrent state
     * @param linked whether devices have a link to others
     * @param node devices that share fast links
     */
    ServingChoice(ServingLoad load, double stateBits, boolean linked, int node) {
        this.load = load;
        this.stateBits = stateBits;
        this.linked = linked;
        groups = IntStream.iterate(1, group -> group <= node, group -> 2 * group)
                .filter(group -> load.architecture().layers().stream()
                        .allMatch(layer -> heads(layer.mixer()) % group == 0)).toArray();
        layers = (int) Math.min(load.architecture().layerCount(), Integer.MAX_VALUE);
    }

    /** What a placement comes to: how far it is above the worst of its limits, and what it takes. */
    private record Outcome(double excess, double fleet, double perToken, double devices) {

        boolean isBetterThan(Outcome other) {
            boolean within = excess <= 1 + TOLERANCE;
            if (within != (other.excess <= 1 + TOLERANCE)) {
                return within;
            }
            if (!within && excess != other.excess) {
                return excess < other.excess;
            }
            if (fleet != other.fleet) {
                return fleet < other.fleet;
            }
            double slack = TOLERANCE * other.perToken;
            return perToken < other.perToken - slack
                    || perToken <= other.perToken + slack && devices < other.devices;
        }
    }

    /**
     * The devices that share each layer: powers of two within a node that divide the heads, each with the fewest stages
     * that hold the model. Where none of them holds it, such as on chips without HBM, the least wider group that does.
     *
     * @param demand what is asked
     * @return that with which the fewest devices answer within the limits; where none keeps them, the one that comes
     *         nearest
     */
    int tensor(ServingDemand demand) {
        if (!linked) {
            return 1;
        }
        int best = 0;
        Outcome least = null;
        for (int tensor : groups) {
            if (fits(demand, tensor, pipeline(demand, tensor))) {
                Outcome outcome = outcome(demand, tensor);
                if (least == null || outcome.isBetterThan(least)) {
                    best = tensor;
                    least = outcome;
                }
            }
        }
        for (int tensor = 1; best == 0 && tensor < WIDEST; tensor *= 2) {
            best = fits(demand, tensor, pipeline(demand, tensor)) ? tensor : 0;
        }
        return best == 0 ? WIDEST : best;
    }

    /** The heads of attention that devices have to share evenly. */
    private static long heads(Mixer mixer) {
        return switch (mixer) {
            case Attention attention -> attention.heads();
            case LatentAttention latent -> latent.heads();
            default -> 0;
        };
    }

    /**
     * The fewest stages that hold the model.
     *
     * @param demand what is asked
     * @param tensor devices that share each layer
     * @return at most as many as the model has layers, even if these do not hold it
     */
    int pipeline(ServingDemand demand, int tensor) {
        return linked ? (int) Math.clamp(Math.ceil(needed(demand, tensor) / (demand.memory() * tensor) - TOLERANCE), 1,
                layers) : 1;
    }

    private boolean fits(ServingDemand demand, int tensor, int pipeline) {
        return needed(demand, tensor) <= demand.memory() * tensor * pipeline * (1 + TOLERANCE);
    }

    /** The bytes of weights and of the batch that is given, or of a single sequence. */
    private double needed(ServingDemand demand, int tensor) {
        return weightBytes(demand) + Math.max(demand.batch(), 1) * held(demand, tensor);
    }

    private double weightBytes(ServingDemand demand) {
        return load.weightBytes(demand.matrixBits(), demand.otherBits());
    }

    private double held(ServingDemand demand, int tensor) {
        return load.heldBytes(demand.prompt() + demand.answer(), demand.cacheBits(), stateBits, tensor);
    }

    private Outcome outcome(ServingDemand demand, int tensor) {
        Replica replica = replica(demand, tensor, pipeline(demand, tensor));
        double batch = demand.batch() > 0 ? demand.batch() : batch(demand, replica);
        double token = token(demand, replica, batch);
        double throughput = throughput(demand, replica, batch, token);
        double fleet = replica.devices();
        if (demand.tokensPerDay() > 0) {
            fleet *= ServingFleet.replicas(demand.tokensPerDay(), demand.busy(), throughput);
        }
        double first = load.prefill(replica, 1, demand.prompt()).seconds() / demand.firstTokenLimit();
        double excess = Math.max(Math.max(first, token / demand.tokenLimit()), fleet / demand.mostDevices());
        return new Outcome(excess, demand.tokensPerDay() > 0 ? fleet : 0, replica.devices() / throughput,
                replica.devices());
    }

    private Replica replica(ServingDemand demand, int tensor, int pipeline) {
        return new Replica(tensor, pipeline, weightBytes(demand), demand.matrixBits(), demand.cacheBits(), stateBits,
                demand.rate(), demand.bandwidth(), 0);
    }

    /**
     * The cheapest batch.
     *
     * @param demand what is asked
     * @param tensor devices that share each layer
     * @param pipeline stages
     * @return the largest that fits and keeps the limit of a token, and of equally cheap ones the smallest; 1 if none
     *         does
     */
    long batch(ServingDemand demand, int tensor, int pipeline) {
        load.learned(demand.prompt() + demand.answer());
        return batch(demand, replica(demand, tensor, pipeline));
    }

    private long batch(ServingDemand demand, Replica replica) {
        double free = demand.memory() * replica.devices() - replica.weightBytes();
        double each = held(demand, replica.tensor());
        long largest = (long) Math.clamp(free / each * (1 + TOLERANCE), 1, LARGEST);
        if (token(demand, replica, largest) > demand.tokenLimit()) {
            long low = 1;
            while (largest - low > 1) {
                long middle = low + (largest - low) / 2;
                if (token(demand, replica, middle) <= demand.tokenLimit()) {
                    low = middle;
                } else {
                    largest = middle;
                }
            }
            largest = low;
        }
        return computes(demand, replica, largest) ? cheapest(demand, replica, largest) : largest;
    }

    /** Whether a further sequence may cost as much time as those before. */
    private boolean computes(ServingDemand demand, Replica replica, long batch) {
        ServingStep step = load.pass(replica, batch, context(demand), 1);
        return step.compute() >= step.memory();
    }

    /** The smallest batch with the throughput of the largest. */
    private long cheapest(ServingDemand demand, Replica replica, long largest) {
        double most = throughput(demand, replica, largest, token(demand, replica, largest)) * (1 - TOLERANCE);
        long low = 0;
        long high = largest;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (throughput(demand, replica, middle, token(demand, replica, middle)) >= most) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double context(ServingDemand demand) {
        return demand.prompt() + demand.answer() / 2;
    }

    private double token(ServingDemand demand, Replica replica, double batch) {
        double context = context(demand);
        double single = load.pass(replica, batch, context, 1).seconds();
        return demand.speculation() == null ? single
                : demand.speculation().secondsPerToken(
                        load.pass(replica, batch, context, demand.speculation().guesses() + 1.0).seconds(), single);
    }

    private double throughput(ServingDemand demand, Replica replica, double batch, double token) {
        return batch * demand.answer()
                / (load.prefill(replica, batch, demand.prompt()).seconds() + demand.answer() * token);
    }
}
