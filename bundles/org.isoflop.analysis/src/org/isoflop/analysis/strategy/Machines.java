package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.hardware.Delivery;
import org.isoflop.analysis.hardware.DeliverySchedule;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.training.RunClass;
import org.isoflop.analysis.training.TrainingSetup;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;

/** The accelerators of a training step as nodes, and the compute that they deliver. */
final class Machines {

    static final String UTILISATION = "Chowdhery et al. 2022, arXiv:2204.02311, app. B";

    private final Scope scope;
    private final DeviceInputs device;
    private final TrainingSetup setup;
    private final Node devices;
    private final Node peak;
    private final Node utilisation;
    private final Node rentRate;
    private final Node purchasePrice;
    private final List<Node> arriving = new ArrayList<>();
    private final List<Double> arrivals = new ArrayList<>();
    private final Payment payment;

    /**
     * The machines of a step.
     *
     * @param architecture of the model that is trained, or null if unknown
     * @param parameters of the model, where it has no architecture, or null if unknown
     */
    Machines(Chain chain, Scope scope, TrainingInputs given, Architecture architecture, Double parameters) {
        this.scope = scope;
        device = given.device();
        setup = given.setup();
        ClusterInputs cluster = device.cluster();
        boolean own = given.devices() != null;
        if (!own && cluster != null) {
            for (ClusterInputs.Arrival arrival : cluster.deliveries()) {
                String number = Integer.toString(arrivals.size() + 1);
                arriving.add(scope.named("arriving." + number, Sentence.of("node.arriving"), "n_" + number,
                        Unit.DEVICES, arrival.devices(), Domain.POSITIVE));
                arrivals.add(arrival.seconds());
            }
        }
        devices = devices(given, cluster);
        if (own && cluster != null && cluster.devices() != null) {
            chain.limit("clusterDevices", devices,
                    scope.input("clusterDevices", "n_c", Unit.DEVICES, cluster.devices()));
        }
        peak = scope.input("peak", "P", Unit.FLOP_PER_SECOND, device.peak());
        Input used = given.utilisation() == null && cluster != null ? cluster.utilisation() : given.utilisation();
        if (used != null && used.value() > 1) {
            throw new StrategyException(Sentence.of("strategy.utilisation",
                    new Amount(used.value(), Unit.ONE)));
        }
        boolean ofClass = used == null && peak != null;
        if (ofClass) {
            used = ofClass(chain, given.runClass(), architecture, parameters);
        }
        utilisation = scope.input("utilisation", "MFU", Unit.ONE, used, Domain.SHARE);
        if (!ofClass && used != null && used.origin() != null
                && ("assumed".equals(used.origin().status()) || "estimated".equals(used.origin().status()))) {
            chain.cite(UTILISATION, "assumption.utilisation",
                    new Amount(used.value(), Unit.ONE));
        }
        rentRate = scope.input("rentRate", "r", Unit.USD_PER_HOUR, device.rentRate());
        purchasePrice = scope.input("purchasePrice", "p", Unit.USD, device.purchasePrice());
        payment = payment(chain, given.payment(), device, devices != null);
    }

    /** The utilisation of the class of runs that was chosen, or that devices and model belong to. */
    private Input ofClass(Chain chain, RunClass chosen, Architecture architecture, Double parameters) {
        ClusterInputs cluster = device.cluster();
        boolean apart = cluster != null && cluster.betweenFailures() != null && cluster.checkpoint() != null
                && cluster.restart() != null;
        RunClass runs = chosen == null
                ? RunClass.usual(devices == null ? null : devices.value(), device.released(), architecture, parameters,
                        apart)
                : chosen;
        chain.cite(runs.source(), chosen == null ? "assumption.runClass.usual" : "assumption.runClass.chosen", runs,
                new Amount(runs.median(), Unit.ONE), new Amount(runs.low().utilisation(), Unit.ONE), runs.low().run(),
                new Amount(runs.high().utilisation(), Unit.ONE), runs.high().run());
        return new Input(runs.median(), new Origin(null, runs.source(), "assumed"), runs.spread());
    }

    private Node devices(TrainingInputs given, ClusterInputs cluster) {
        if (!arriving.isEmpty()) {
            List<String> sum = new ArrayList<>();
            for (int i = 0; i < arriving.size(); i++) {
                sum.add("{" + i + "}");
            }
            return scope.derived("devices", "n", Unit.DEVICES, String.join(" + ", sum), arriving, Machines::sum, null);
        }
        return scope.input("devices", "n", Unit.DEVICES,
                given.devices() == null && cluster != null ? cluster.devices() : given.devices());
    }

    static Payment payment(Chain chain, Payment chosen, DeviceInputs device, boolean countKnown) {
        if (chosen != null) {
            return chosen;
        }
        if (device.rentRate() != null && device.purchasePrice() != null && countKnown) {
            chain.assume("assumption.rent");
        }
        if (device.rentRate() != null) {
            return Payment.RENT;
        }
        return device.purchasePrice() != null ? Payment.BUY : null;
    }

    static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    DeviceInputs device() {
        return device;
    }

    TrainingSetup setup() {
        return setup;
    }

    Node devices() {
        return devices;
    }

    Node peak() {
        return peak;
    }

    Node utilisation() {
        return utilisation;
    }

    Node rentRate() {
        return rentRate;
    }

    Node purchasePrice() {
        return purchasePrice;
    }

    Payment payment() {
        return payment;
    }

    boolean arrive() {
        return !arriving.isEmpty();
    }

    /** Whether the compute of a time can be told. */
    boolean deliver() {
        return devices != null && peak != null && utilisation != null;
    }

    /** What they compute within a time. */
    Node delivered(String id, String symbol, Node seconds) {
        if (!arrive()) {
            return scope.derived(id, symbol, Unit.FLOP, "{0}*{1}*{2}*{3}",
                    List.of(devices, peak, utilisation, seconds),
                    v -> TrainingCost.deliveredFlop(v[0], v[1], v[2], v[3]), UTILISATION);
        }
        List<Node> inputs = new ArrayList<>(List.of(peak, utilisation, seconds));
        inputs.addAll(arriving);
        return scope.solved(id, symbol, Unit.FLOP, Sentence.of("condition.delivered"), inputs,
                v -> schedule(v, 3).flop(v[2], v[0], v[1]), null);
    }

    /** When work is done by devices that arrive, from the start of the scenario. */
    Node finish(String id, String symbol, Node deviceSeconds) {
        List<Node> inputs = new ArrayList<>(List.of(deviceSeconds));
        inputs.addAll(arriving);
        return scope.solved(id, symbol, Unit.SECONDS, Sentence.of("condition.finish"), inputs,
                v -> schedule(v, 1).finish(v[0]), null);
    }

    private DeliverySchedule schedule(double[] values, int first) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            deliveries.add(new Delivery(arrivals.get(i), values[first + i]));
        }
        return new DeliverySchedule(deliveries);
    }
}
