package org.isoflop.analysis.strategy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.energy.Energy;
import org.isoflop.analysis.energy.EnergyNodes;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.unit.Unit;

/** The measures of the whole from those of the steps, and the limits of the scenario. */
final class Totals {

    private final Chain chain;
    private final State state;
    private final Scope scope;
    private final Ledger ledger;
    private Node energyPerMillion;
    private Node energyLife;

    /** Carbon by one way of counting: that of the grid at the place, or that of the contracts. */
    private record Carbon(String id, String prefix, Node intensity, Node once) {
    }

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
        Carbon located = new Carbon("carbon", "G_", chain.scenario().intensity(), sum("carbon", "G", Unit.GRAMS));
        Carbon contracted = contracted();
        sum("water", "V_all", Unit.LITRES);
        Node power = most("peakPower", "W_all", Unit.WATTS);
        Node serving = last("servingDevices", "n_sv", Unit.DEVICES);
        last("batch", "b_sv", Unit.ONE);
        last("tokensPerSecond", "R_sv", Unit.TOKENS_PER_SECOND);
        last("tokensPerSecondPerUser", "R_usr", Unit.TOKENS_PER_SECOND);
        last("firstTokenSeconds", "t_ft", Unit.SECONDS);
        last("servingMemory", "B_sv", Unit.BYTES);
        Node life = life(once, energy);
        Node locatedLife = life(located, energy);
        Node contractedLife = contracted == null ? null : life(contracted, energy);
        accounting();
        ScenarioNodes scenario = chain.scenario();
        chain.limit("moneyBudget", life == null ? once : life, scenario.moneyBudget());
        chain.limit("computeBudget", compute, scenario.computeBudget());
        chain.limit("deadline", seconds, scenario.deadline());
        chain.limit("lossGoal", state.loss(), scenario.lossGoal());
        chain.limit("deviceLimit", larger(devices, serving), scenario.deviceLimit());
        chain.limit("powerLimit", power, scenario.powerLimit());
        chain.limit("energyLimit", energyLife == null ? energy : energyLife, scenario.energyLimit());
        chain.limit("carbonLimit", first(locatedLife, contractedLife, located.once(),
                contracted == null ? null : contracted.once()), scenario.carbonLimit());
    }

    private static Node first(Node... nodes) {
        return Stream.of(nodes).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Market-based carbon; null where the site says nothing of its contracts. */
    private Carbon contracted() {
        Node intensity = chain.scenario().marketIntensity();
        return intensity == null ? null
                : new Carbon("carbonMarketBased", "G_c", intensity, sum("carbonMarketBased", "G_c", Unit.GRAMS));
    }

    /** Says whose electricity is counted, and which count the limit holds. */
    private void accounting() {
        boolean grid = chain.scenario().intensity() != null;
        boolean contracts = chain.scenario().marketIntensity() != null;
        if ((grid || contracts) && (energyPerMillion != null || !ledger.parts("energy").isEmpty())) {
            String way = grid ? "assumption.locationBased" : "assumption.marketBased";
            chain.cite(EnergyNodes.SCOPE_2, grid && contracts ? "assumption.bothBased" : way);
        }
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
        tokensPerParameter();
        last("epochs", "e_w", Unit.EPOCHS);
        sum("trainableParameters", "N_tr", Unit.PARAMETERS);
    }

    /** All tokens that the model has seen, whoever trained it on them, over all its parameters. */
    private void tokensPerParameter() {
        if (state.parameters() == null) {
            return;
        }
        if (state.tokens() == null) {
            chain.reason("tokensPerParameter", Sentence.of("reason.seenTokens", state.name()));
            return;
        }
        scope.derived("tokensPerParameter", "d", Unit.TOKENS_PER_PARAMETER, "{0} / {1}",
                List.of(state.tokens(), state.parameters()), v -> v[0] / v[1],
                "Hoffmann et al. 2022, arXiv:2203.15556");
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
        boolean known = ledger.complete(id) && List
                .of("compute", "costOneOff", "energy", "carbon", "carbonMarketBased").contains(id);
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

    /** Money and energy over the life of serving; gives the money. */
    private Node life(Node once, Node energy) {
        if (state.service() != null) {
            ledger.add("costPerMillionTokens", state.service());
            chain.assume("assumption.servicePrice", state.name());
        }
        Node perMillion = sum("costPerMillionTokens", "k_M", Unit.USD_PER_MILLION_TOKENS);
        energyPerMillion = last("energyPerMillionTokens", "Q_pm", Unit.JOULES);
        Node served = chain.scenario().served();
        if (perMillion == null && energyPerMillion == null) {
            return null;
        }
        if (served == null) {
            Sentence why = Sentence.of("reason.life");
            List.of("costLife", "energyLife", "carbonLife", "carbonMarketBasedLife")
                    .forEach(measure -> chain.reason(measure, why));
            return null;
        }
        if (energyPerMillion != null && energy != null) {
            energyLife = scope.derived("energyLife", "Q_L", Unit.JOULES, "{0} + {1}*{2} / 1000000",
                    List.of(energy, energyPerMillion, served), v -> ServingFleet.life(v[0], v[1], v[2]), null);
        }
        return perMillion == null || once == null ? null
                : scope.derived("costLife", "K_L", Unit.USD, "{0} + {1}*{2} / 1000000",
                        List.of(once, perMillion, served), v -> ServingFleet.life(v[0], v[1], v[2]), null);
    }

    /** Carbon of a million tokens that are served, and over the life; gives the latter, null if it is not known. */
    private Node life(Carbon way, Node energy) {
        String life = way.id() + "Life";
        if (energyPerMillion == null) {
            return null;
        }
        if (way.intensity() == null) {
            Sentence why = Sentence.of(chain.scenario().marketIntensity() == null ? "reason.intensity" : "reason.grid");
            List.of(way.id() + "PerMillionTokens", life).forEach(measure -> chain.reason(measure, why));
            return null;
        }
        scope.derived(way.id() + "PerMillionTokens", way.prefix() + "M", Unit.GRAMS, "{0} / 3600000*{1}",
                List.of(energyPerMillion, way.intensity()), v -> Energy.grams(v[0], v[1]), EnergyNodes.SCOPE_2);
        if (way.once() == null) {
            chain.reason(life, ledger.missing().get(way.id()));
            return null;
        }
        return energyLife == null ? null
                : scope.derived(life, way.prefix() + "L", Unit.GRAMS, "{0} + ({1} - {2}) / 3600000*{3}",
                        List.of(way.once(), energyLife, energy, way.intensity()),
                        v -> v[0] + Energy.grams(Math.max(v[1] - v[2], 0), v[3]), null);
    }
}
