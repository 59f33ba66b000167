package org.isoflop.analysis.strategy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.energy.Energy;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.unit.Unit;

/** The measures of the whole from those of the steps, and the limits of the scenario. */
final class Totals {

    private final Chain chain;
    private final State state;
    private final Scope scope;
    private final Ledger ledger;
    private Node energyLife;
    private Node carbonLife;

    Totals(Chain chain, State state) {
        this.chain = chain;
        this.state = state;
        scope = chain.root();
        ledger = chain.ledger();
    }

    void add() {
        model();
        Node compute = sum("compute", "C_all", Unit.FLOP);
        sum("tokens", "D_all", Unit.TOKENS);
        sum("deviceHours", "h_all", Unit.DEVICE_HOURS);
        Node seconds = sum("seconds", "T_all", Unit.SECONDS);
        Node devices = most("devices", "n_all", Unit.DEVICES);
        most("memoryBytesPerDevice", "B_all", Unit.BYTES);
        Node once = sum("costOneOff", "K", Unit.USD);
        Node energy = sum("energy", "Q_all", Unit.JOULES);
        Node carbon = sum("carbon", "G", Unit.GRAMS);
        sum("water", "V_all", Unit.LITRES);
        Node power = most("peakPower", "W_all", Unit.WATTS);
        Node serving = last("servingDevices", "n_sv", Unit.DEVICES);
        last("batch", "b_sv", Unit.ONE);
        last("tokensPerSecond", "R_sv", Unit.TOKENS_PER_SECOND);
        last("tokensPerSecondPerUser", "R_usr", Unit.TOKENS_PER_SECOND);
        last("firstTokenSeconds", "t_ft", Unit.SECONDS);
        last("servingMemory", "B_sv", Unit.BYTES);
        Node life = life(once, energy, carbon);
        ScenarioNodes scenario = chain.scenario();
        chain.limit("moneyBudget", life == null ? once : life, scenario.moneyBudget());
        chain.limit("computeBudget", compute, scenario.computeBudget());
        chain.limit("deadline", seconds, scenario.deadline());
        chain.limit("lossGoal", state.loss(), scenario.lossGoal());
        chain.limit("deviceLimit", larger(devices, serving), scenario.deviceLimit());
        chain.limit("powerLimit", power, scenario.powerLimit());
        chain.limit("energyLimit", energyLife == null ? energy : energyLife, scenario.energyLimit());
        chain.limit("carbonLimit", carbonLife == null ? carbon : carbonLife, scenario.carbonLimit());
    }

    private void model() {
        if (state.loss() == null) {
            chain.reason("loss", state.noLoss());
        } else {
            alias("loss", "L_w", state.loss());
        }
        if (state.parameters() != null) {
            alias("parameters", "N_w", state.parameters());
            if (state.active() != state.parameters()) {
                alias("activeParameters", "N_aw", state.active());
            }
        }
        last("tokensPerParameter", "d_w", Unit.TOKENS_PER_PARAMETER);
        last("epochs", "e_w", Unit.EPOCHS);
        sum("trainableParameters", "N_tr", Unit.PARAMETERS);
    }

    /** A node by the plain name of a measure. */
    private Node alias(String id, String symbol, Node node) {
        return node.id().equals(id) ? node
                : scope.derived(id, symbol, node.unit(), "{0}", List.of(node), v -> v[0], null);
    }

    private Node last(String id, String symbol, Unit unit) {
        List<Node> parts = ledger.parts(id);
        return parts.isEmpty() || parts.getLast().unit() != unit ? null : alias(id, symbol, parts.getLast());
    }

    private Node sum(String id, String symbol, Unit unit) {
        List<Node> parts = ledger.parts(id).stream().distinct().toList();
        if (parts.size() > 1) {
            String pattern = IntStream.range(0, parts.size()).mapToObj(i -> "{" + i + "}")
                    .collect(Collectors.joining(" + "));
            return scope.derived(id, symbol, unit, pattern, parts, Machines::sum, null);
        }
        if (parts.isEmpty()) {
            return zero(id, symbol, unit);
        }
        return alias(id, symbol, parts.getFirst());
    }

    /** Nothing, where no step takes any: a model that is only used trains nothing. */
    private Node zero(String id, String symbol, Unit unit) {
        boolean known = ledger.complete(id) && List.of("compute", "costOneOff", "energy", "carbon").contains(id);
        return known
                ? scope.derived(id, symbol, unit, "0", List.of(), v -> 0, null)
                : null;
    }

    private Node most(String id, String symbol, Unit unit) {
        List<Node> parts = ledger.parts(id).stream().distinct().toList();
        if (parts.size() < 2) {
            return parts.isEmpty() ? null : alias(id, symbol, parts.getFirst());
        }
        String pattern = IntStream.range(0, parts.size()).mapToObj(i -> "{" + i + "}")
                .collect(Collectors.joining(", ", "max(", ")"));
        return scope.derived(id, symbol, unit, pattern, parts, Totals::largest, null);
    }

    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private static Node larger(Node left, Node right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.value() >= right.value() ? left : right;
    }

    /** Money, energy and carbon over the life of serving; gives the money. */
    private Node life(Node once, Node energy, Node carbon) {
        if (state.service() != null) {
            ledger.add("costPerMillionTokens", state.service());
            chain.assume("assumption.servicePrice", state.name());
        }
        Node perMillion = sum("costPerMillionTokens", "k_M", Unit.USD_PER_MILLION_TOKENS);
        Node energyPerMillion = last("energyPerMillionTokens", "Q_pm", Unit.JOULES);
        Node served = chain.scenario().served();
        if (perMillion == null && energyPerMillion == null) {
            return null;
        }
        if (served == null) {
            Sentence why = Sentence.of("reason.life");
            List.of("costLife", "energyLife", "carbonLife").forEach(measure -> chain.reason(measure, why));
            return null;
        }
        if (energyPerMillion != null && energy != null) {
            energyLife = scope.derived("energyLife", "Q_L", Unit.JOULES, "{0} + {1}*{2} / 1000000",
                    List.of(energy, energyPerMillion, served), v -> ServingFleet.life(v[0], v[1], v[2]), null);
            carbonLife(carbon, energy);
        }
        return perMillion == null || once == null ? null
                : scope.derived("costLife", "K_L", Unit.USD, "{0} + {1}*{2} / 1000000",
                        List.of(once, perMillion, served), v -> ServingFleet.life(v[0], v[1], v[2]), null);
    }

    private void carbonLife(Node carbon, Node energy) {
        ScenarioNodes scenario = chain.scenario();
        Node intensity = scenario.intensity() == null ? scenario.marketIntensity() : scenario.intensity();
        if (carbon == null || intensity == null) {
            chain.reason("carbonLife", Sentence.of("reason.intensity"));
            return;
        }
        carbonLife = scope.derived("carbonLife", "G_L", Unit.GRAMS, "{0} + ({1} - {2}) / 3600000*{3}",
                List.of(carbon, energyLife, energy, intensity), v -> v[0] + Energy.grams(Math.max(v[1] - v[2], 0),
                        v[3]),
                null);
    }
}
