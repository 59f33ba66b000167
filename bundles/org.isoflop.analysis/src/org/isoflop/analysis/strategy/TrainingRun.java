package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.cost.CostNodes;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.training.Restarts;
import org.isoflop.analysis.training.TrainingNodes;
import org.isoflop.analysis.unit.Unit;

/** What the training of a step takes once its compute is known: time, money, energy. */
final class TrainingRun {

    private static final double SERVER_COST = 1.64;
    private static final String EPOCH = "Cottier et al. 2024, arXiv:2405.21015";
    private static final String YOUNG = "Young 1974; Daly 2006";

    private final Chain chain;
    private final Scope scope;
    private final TrainingInputs given;
    private final Machines machines;
    private Node hours;

    private TrainingRun(Chain chain, Scope scope, TrainingInputs given, Machines machines) {
        this.chain = chain;
        this.scope = scope;
        this.given = given;
        this.machines = machines;
    }

    /**
     * Adds the run of a step to the whole.
     *
     * @param compute what it computes
     * @param wait seconds before it starts, or null
     * @return its time, or null if that is not known
     */
    static Node add(Chain chain, Scope scope, TrainingInputs given, Machines machines, Node compute, Node wait) {
        return new TrainingRun(chain, scope, given, machines).run(compute, wait);
    }

    private Node run(Node compute, Node wait) {
        Ledger ledger = chain.ledger();
        ledger.add("compute", compute);
        Node seconds = time(compute, wait == null ? "seconds" : "trainingSeconds");
        if (machines.devices() == null) {
            ledger.missing("devices", Sentence.of("reason.devices"));
        } else {
            ledger.add("devices", machines.devices());
        }
        if (seconds == null) {
            ledger.missing("seconds", Sentence.of(hours == null ? "reason.time" : "reason.devices"));
        } else {
            ledger.add("seconds", seconds);
            if (wait != null) {
                ledger.add("seconds", wait);
            }
        }
        if (hours == null) {
            ledger.missing("deviceHours", Sentence.of("reason.time"));
        } else {
            ledger.add("deviceHours", hours);
        }
        Node energy = new PowerNodes(chain, scope, machines.device()).training(hours, machines.devices());
        money(energy);
        return seconds;
    }

    private Node time(Node compute, String id) {
        if (machines.peak() == null || machines.utilisation() == null) {
            return null;
        }
        Node deviceSeconds = scope.derived("deviceSeconds", "s_d", Unit.SECONDS, "{0} / ({1}*{2})",
                List.of(compute, machines.peak(), machines.utilisation()),
                v -> TrainingCost.deviceSeconds(v[0], v[1], v[2]), Machines.UTILISATION);
        Node goodput = goodput();
        hours = goodput == null
                ? scope.derived("deviceHours", "h", Unit.DEVICE_HOURS, "{0} / 3600", List.of(deviceSeconds),
                        v -> TrainingCost.deviceHours(v[0]), null)
                : scope.derived("deviceHours", "h", Unit.DEVICE_HOURS, "{0} / {1} / 3600",
                        List.of(deviceSeconds, goodput), v -> TrainingCost.deviceHours(v[0] / v[1]), YOUNG);
        if (machines.devices() == null) {
            return null;
        }
        if (machines.arrive()) {
            return machines.finish(id, "T", goodput == null ? deviceSeconds
                    : scope.derived("deviceSecondsWithRestarts", "s_g", Unit.SECONDS, "{0} / {1}",
                            List.of(deviceSeconds, goodput), v -> v[0] / v[1], YOUNG));
        }
        if (goodput == null) {
            return scope.derived(id, "T", Unit.SECONDS, "{0} / {1}",
                    List.of(deviceSeconds, machines.devices()), v -> TrainingCost.seconds(v[0], v[1]),
                    Machines.UTILISATION);
        }
        return scope.derived(id, "T", Unit.SECONDS, "{0} / {1} / {2}",
                List.of(deviceSeconds, machines.devices(), goodput), v -> TrainingCost.seconds(v[0], v[1]) / v[2],
                YOUNG);
    }

    /** The share of the time that training goes forward, with the best interval between checkpoints. */
    private Node goodput() {
        ClusterInputs cluster = machines.device().cluster();
        if (cluster == null || cluster.betweenFailures() == null || machines.devices() == null) {
            return null;
        }
        if (cluster.checkpoint() == null || cluster.restart() == null) {
            chain.assume("assumption.noRestarts", cluster.id());
            return null;
        }
        Node failures = scope.input("betweenFailures", "M_f", Unit.SECONDS, cluster.betweenFailures());
        Node checkpoint = scope.input("checkpoint", "delta", Unit.SECONDS, cluster.checkpoint());
        Node restart = scope.input("restart", "R", Unit.SECONDS, cluster.restart(), Domain.NOT_NEGATIVE);
        Node interval = scope.derived("interval", "tau", Unit.SECONDS, "sqrt(2*{0}*{1} / {2})",
                List.of(checkpoint, failures, machines.devices()),
                v -> new Restarts(v[1], v[0], 0).bestInterval(v[2]), YOUNG);
        return TrainingNodes.goodput(scope.graph(), machines.devices(), failures, checkpoint, restart, interval);
    }

    private void money(Node energy) {
        List<Node> parts = new ArrayList<>();
        boolean known = payment(energy, parts);
        DataInputs data = given.data();
        if (data != null && data.cost() != null) {
            parts.add(scope.input("cost.data", "K_d", Unit.USD, data.cost(), Domain.NOT_NEGATIVE));
        }
        if (!known) {
            if (machines.payment() != null || chain.scenario().moneyBudget() != null) {
                chain.assume("assumption.noCost");
            }
            chain.ledger().missing("costOneOff", Sentence.of("assumption.noCost"));
            return;
        }
        Node share = chain.scenario().staffShare();
        if (share != null) {
            Node machinesAndData = parts.size() == 1 ? parts.getFirst()
                    : CostNodes.total(scope.graph(), "cost.other", "K_o", parts);
            parts.add(CostNodes.staff(scope.graph(), machinesAndData, share));
            chain.cite(EPOCH, "assumption.staff");
        }
        parts.forEach(part -> chain.ledger().add("costOneOff", part));
    }

    private boolean payment(Node energy, List<Node> parts) {
        Node extras = chain.scenario().extras();
        switch (machines.payment()) {
            case RENT -> {
                if (machines.rentRate() == null || hours == null) {
                    return false;
                }
                parts.add(extras == null
                        ? scope.derived("cost.rent", "K_r", Unit.USD, "{0}*{1}", List.of(hours, machines.rentRate()),
                                v -> TrainingCost.rent(v[0], v[1]), null)
                        : CostNodes.rent(scope.graph(), hours, machines.rentRate(), extras));
                return true;
            }
            case BUY -> {
                if (machines.purchasePrice() == null || machines.devices() == null) {
                    return false;
                }
                parts.add(scope.derived("cost.purchase", "K_p", Unit.USD, "{0}*{1}",
                        List.of(machines.devices(), machines.purchasePrice()),
                        v -> TrainingCost.purchase(v[0], v[1]), null));
                electricity(energy, parts);
                return true;
            }
            case OWN -> {
                if (machines.purchasePrice() == null || hours == null) {
                    return false;
                }
                Node owned = owned(chain, scope, machines.device(), machines.purchasePrice());
                parts.add(CostNodes.hardware(scope.graph(), hours, owned));
                electricity(energy, parts);
                return true;
            }
            case null -> {
                return false;
            }
        }
    }

    /** What an owned device loses in value by the hour. */
    static Node owned(Chain chain, Scope scope, DeviceInputs device, Node price) {
        Node years = device.yearsBefore() == null
                ? scope.usual("yearsBefore", "y", Unit.ONE, 0, null)
                : scope.input("yearsBefore", "y", Unit.ONE, device.yearsBefore(), Domain.NOT_NEGATIVE);
        Node overhead = scope.usual("serverOverhead", "o_s", Unit.ONE, SERVER_COST, EPOCH);
        chain.cite(EPOCH, "assumption.owned", overhead.value());
        return CostNodes.owned(scope.graph(), price, years, overhead);
    }

    private void electricity(Node energy, List<Node> parts) {
        Node tariff = chain.scenario().tariff();
        if (energy != null && tariff != null) {
            parts.add(CostNodes.electricity(scope.graph(), energy, tariff));
        } else {
            chain.assume("assumption.noElectricity");
        }
    }
}
