package org.isoflop.analysis.cost;

import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.unit.Unit;

/**
 * Money as nodes of a graph, so that its working can be shown down to the study. Inputs are nodes that the caller has
 * made, each with its origin; the origin of a price names its date.
 */
public final class CostNodes {

    private static final String EPOCH = "Cottier et al. 2024, arXiv:2405.21015";

    private CostNodes() {
    }

    /**
     * Rent with what else is on the bill, {@code cost.rent}.
     *
     * @param graph takes the node
     * @param deviceHours hours of one device
     * @param rate USD for a device and hour
     * @param extras storage and traffic as a share of the rent
     * @return the node, in USD
     */
    public static Node rent(Graph.Builder graph, Node deviceHours, Node rate, Node extras) {
        return graph.derived("cost.rent", Sentence.of("node.cost.rent"), "K_r", Unit.USD,
                deviceHours.symbol() + "*" + rate.symbol() + "*(1 + " + extras.symbol() + ")",
                List.of(deviceHours, rate, extras), v -> RunningCost.rent(v[0], v[1], v[2]), null);
    }

    /**
     * What an owned device loses in value by the hour, with its server and network, {@code ownedRate}.
     *
     * @param graph takes the node
     * @param price USD for one device when it came to market
     * @param yearsBefore years from then until the run
     * @param overhead cost of a server divided by that of its chips
     * @return the node, in USD/h
     */
    public static Node owned(Graph.Builder graph, Node price, Node yearsBefore, Node overhead) {
        Node value = graph.derived("deviceValue", Sentence.of("node.deviceValue"), "v_d", Unit.USD,
                price.symbol() + "*10^(-0.14*" + yearsBefore.symbol() + ")*" + overhead.symbol() + "*(1 + 19 / 81)",
                List.of(price, yearsBefore, overhead), v -> new Ownership(v[0], v[1], v[2]).value(), EPOCH);
        return graph.derived("ownedRate", Sentence.of("node.ownedRate"), "r_o", Unit.USD_PER_HOUR,
                "v_d*0.14*log(10) / 8766", List.of(value), v -> Ownership.usdPerHour(v[0]), EPOCH);
    }

    /**
     * What owned devices lose in value during a run, {@code cost.hardware}.
     *
     * @param graph takes the node
     * @param deviceHours hours of one device
     * @param rate USD for a device and hour
     * @return the node, in USD
     */
    public static Node hardware(Graph.Builder graph, Node deviceHours, Node rate) {
        return graph.derived("cost.hardware", Sentence.of("node.cost.hardware"), "K_h", Unit.USD,
                deviceHours.symbol() + "*" + rate.symbol(), List.of(deviceHours, rate),
                v -> TrainingCost.rent(v[0], v[1]), EPOCH);
    }

    /**
     * Electricity, {@code cost.electricity}.
     *
     * @param graph takes the node
     * @param energy joules at the meter
     * @param tariff USD for a kWh
     * @return the node, in USD
     */
    public static Node electricity(Graph.Builder graph, Node energy, Node tariff) {
        return graph.derived("cost.electricity", Sentence.of("node.cost.electricity"), "K_e", Unit.USD,
                energy.symbol() + " / 3600000*" + tariff.symbol(), List.of(energy, tariff),
                v -> RunningCost.electricity(v[0], v[1]), null);
    }

    /**
     * Staff as a share of the whole, {@code cost.staff}.
     *
     * @param graph takes the node
     * @param other all other costs, USD
     * @param share staff as a share of the whole
     * @return the node, in USD
     */
    public static Node staff(Graph.Builder graph, Node other, Node share) {
        return graph.derived("cost.staff", Sentence.of("node.cost.staff"), "K_s", Unit.USD,
                other.symbol() + "*" + share.symbol() + " / (1 - " + share.symbol() + ")", List.of(other, share),
                v -> RunningCost.staff(v[0], v[1]), EPOCH);
    }

    /**
     * A sum of costs.
     *
     * @param graph takes the node
     * @param id its id
     * @param symbol its symbol
     * @param parts the costs, in USD
     * @return the node, in USD
     */
    public static Node total(Graph.Builder graph, String id, String symbol, List<Node> parts) {
        return graph.derived(id, Sentence.of("node.cost.total"), symbol, Unit.USD,
                String.join(" + ", parts.stream().map(Node::symbol).toList()), parts, v -> {
                    double sum = 0;
                    for (double part : v) {
                        sum += part;
                    }
                    return sum;
                }, null);
    }
}
