package org.isoflop.analysis.strategy;

import java.util.List;

import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/** Goal, limits, site and workload of a scenario as nodes; null where nothing is given. */
final class ScenarioNodes {

    private final Node moneyBudget;
    private final Node computeBudget;
    private final Node deadline;
    private final Node lossGoal;
    private final Node deviceLimit;
    private final Node powerLimit;
    private final Node sitePower;
    private final Node energyLimit;
    private final Node carbonLimit;
    private final Node pue;
    private final boolean pueKnown;
    private final Node intensity;
    private final Node marketIntensity;
    private final Node tariff;
    private final Node waterOnSite;
    private final Node waterOffSite;
    private final Node staffShare;
    private final Node extras;
    private final Node prompt;
    private final Node answer;
    private final Node perDay;
    private final Node life;
    private final Node firstTokenLimit;
    private final Node tokenLimit;
    private final Scope scope;
    private Node served;
    private Node processed;
    private Node noPue;

    ScenarioNodes(StrategyInputs given, Scope scope) {
        this.scope = scope;
        LimitInputs limits = given.limits();
        SiteInputs site = given.site();
        WorkloadInputs workload = given.workload();
        moneyBudget = scope.input("moneyBudget", "M", Unit.USD, limits.moneyBudget());
        computeBudget = scope.input("computeBudget", "C_max", Unit.FLOP, limits.computeBudget());
        deadline = scope.input("deadline", "t_max", Unit.SECONDS, limits.deadline());
        lossGoal = scope.input("lossGoal", "L_max", Unit.NATS_PER_TOKEN, limits.lossGoal());
        deviceLimit = scope.input("deviceLimit", "n_max", Unit.DEVICES, limits.deviceLimit());
        powerLimit = scope.input("powerLimit", "W_max", Unit.WATTS, limits.powerLimit());
        energyLimit = scope.input("energyLimit", "Q_max", Unit.JOULES, limits.energyLimit());
        carbonLimit = scope.input("carbonLimit", "G_max", Unit.GRAMS, limits.carbonLimit());
        sitePower = scope.input("sitePowerLimit", "W_site", Unit.WATTS, site.powerLimit());
        pueKnown = site.pue() != null;
        pue = scope.input("pue", "PUE", Unit.ONE, site.pue(), Domain.AT_LEAST_ONE);
        intensity = scope.input("intensity", "i_l", Unit.GRAMS_PER_KILOWATT_HOUR, site.intensity(),
                Domain.NOT_NEGATIVE);
        marketIntensity = scope.input("marketIntensity", "i_m", Unit.GRAMS_PER_KILOWATT_HOUR, site.marketIntensity(),
                Domain.NOT_NEGATIVE);
        tariff = scope.input("electricityPrice", "e", Unit.USD_PER_KILOWATT_HOUR, site.electricityPrice(),
                Domain.NOT_NEGATIVE);
        waterOnSite = scope.input("waterOnSite", "v_s", Unit.LITRES_PER_KILOWATT_HOUR, site.waterOnSite(),
                Domain.NOT_NEGATIVE);
        waterOffSite = scope.input("waterOffSite", "v_g", Unit.LITRES_PER_KILOWATT_HOUR, site.waterOffSite(),
                Domain.NOT_NEGATIVE);
        staffShare = scope.input("staffShare", "f", Unit.ONE, site.staffShare(), Domain.BELOW_ONE);
        extras = scope.input("rentExtras", "x_r", Unit.ONE, site.extras(), Domain.NOT_NEGATIVE);
        prompt = scope.input("promptTokens", "s", Unit.TOKENS, workload.promptTokens());
        answer = scope.input("answerTokens", "o", Unit.TOKENS, workload.answerTokens());
        perDay = scope.input("tokensPerDay", "q", Unit.TOKENS, workload.tokensPerDay());
        life = scope.input("life", "t_l", Unit.SECONDS, workload.life());
        firstTokenLimit = scope.input("firstTokenLimit", "t_f", Unit.SECONDS, workload.firstTokenLimit());
        tokenLimit = scope.input("tokenLimit", "t_t", Unit.SECONDS, workload.tokenLimit());
    }

    Node moneyBudget() {
        return moneyBudget;
    }

    Node computeBudget() {
        return computeBudget;
    }

    Node deadline() {
        return deadline;
    }

    Node lossGoal() {
        return lossGoal;
    }

    Node deviceLimit() {
        return deviceLimit;
    }

    /** The power that may be drawn: the lower of the limits of scenario and site. */
    Node powerLimit() {
        if (powerLimit == null || sitePower == null) {
            return powerLimit == null ? sitePower : powerLimit;
        }
        return powerLimit.value() <= sitePower.value() ? powerLimit : sitePower;
    }

    Node energyLimit() {
        return energyLimit;
    }

    Node carbonLimit() {
        return carbonLimit;
    }

    /** The PUE, or 1 where the site is not known. */
    Node pue() {
        if (pue == null && noPue == null) {
            noPue = scope.usual("pue", "PUE", Unit.ONE, 1, null);
        }
        return pue == null ? noPue : pue;
    }

    boolean pueKnown() {
        return pueKnown;
    }

    Node intensity() {
        return intensity;
    }

    Node marketIntensity() {
        return marketIntensity;
    }

    Node tariff() {
        return tariff;
    }

    Node waterOnSite() {
        return waterOnSite;
    }

    Node waterOffSite() {
        return waterOffSite;
    }

    Node staffShare() {
        return staffShare;
    }

    Node extras() {
        return extras;
    }

    Node prompt() {
        return prompt;
    }

    Node answer() {
        return answer;
    }

    Node perDay() {
        return perDay;
    }

    Node firstTokenLimit() {
        return firstTokenLimit;
    }

    Node tokenLimit() {
        return tokenLimit;
    }

    /** The tokens of answers over the life; null if the workload does not say. */
    Node served() {
        if (served == null && perDay != null && life != null) {
            served = scope.derived("servedTokens", "T_a", Unit.TOKENS, "{0}*{1} / 86400", List.of(perDay, life),
                    v -> ServingFleet.servedTokens(v[0], v[1]), null);
        }
        return served;
    }

    /** The tokens that pass through the model over the life, prompts included; null if the workload does not say. */
    Node processed() {
        if (processed == null && served() != null) {
            processed = prompt == null || answer == null
                    ? served()
                    : scope.derived("processedTokens", "T_i", Unit.TOKENS, "{0}*(1 + {1} / {2})",
                            List.of(served(), prompt, answer), v -> v[0] * (1 + v[1] / v[2]), null);
        }
        return processed;
    }
}
