package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Laws;
import org.isoflop.analysis.law.ParameterCount;
import org.junit.jupiter.api.Test;

/** Of which models a law gives a loss, and how a loss is announced that no law gives. */
class ModelLossTest {

    /** As Mixtral 8x7B: 46.7e9 parameters, 12.9e9 of them for a token. */
    private static final ModelInputs MIXTURE = new ModelInputs("mixture", null, Case.input("mixture.all", 46.7e9),
            Case.input("mixture.active", 12.9e9), Case.input("mixture.tokens", 1e12), null);

    private static Law law(String input, ParameterCount counts) {
        List<org.isoflop.analysis.law.Input> inputs = input == null ? List.of()
                : List.of(new org.isoflop.analysis.law.Input("E", Localised.verbatim(input), LawUnit.ONE, 8, null));
        String formula = input == null ? "1.7 + 400/N^0.34 + 400/D^0.28" : "1.7 + 400/(N*E^-0.1)^0.34 + 400/D^0.28";
        return new Law("own", LawForm.of(
                List.of(new Formula("L", Localised.verbatim("L"), LawUnit.ONE, Expression.parse(formula))), inputs),
                Map.of(), new Counting(counts, ComputeCount.SIX_ND), Map.of(), "none");
    }

    private static PretrainInputs pretrain(ModelInputs model, Double assumed) {
        return new PretrainInputs(Case.training(1e12, DeviceInputs.UNKNOWN, null, null, null), model, null, null, null,
                Aim.TRAINING, null, null, null, Map.of(), Case.input("assumedLoss", assumed));
    }

    private static List<String> said(StrategyOutcome result) {
        return result.assumptions().stream().map(one -> one.sentence().key()).toList();
    }

    /** 6·12.9e9·1e12 = 7.74e22 FLOP, but no loss: that of 46.7e9 dense parameters would take 3.6 times as much. */
    @Test
    void aLawOfDenseModelsSaysNothingOfAMixtureOfExperts() {
        for (StepInputs step : List.of(pretrain(MIXTURE, null), Case.use(MIXTURE),
                pretrain(Case.model("deepseek", Architectures.deepSeek()), null))) {
            StrategyOutcome result = Case.of(Laws.ROUNDED).then(step).evaluate();
            assertTrue(result.measure("loss").isEmpty());
            assertEquals("reason.experts", result.reasons().get("loss").key());
            String why = result.reasons().get("loss").text(Locale.ENGLISH);
            assertTrue(why.contains("hoffmann-2022-rounded") && why.contains("dense"), why);
        }
        StrategyOutcome result = Case.of(Laws.ROUNDED).then(pretrain(MIXTURE, null)).evaluate();
        assertEquals(7.74e22, result.graph().value("compute"), 1e12);
        assertTrue(result.extrapolations().isEmpty(), "a law that is not asked is not stretched");
    }

    /** A law that counts the active parameters, or asks for the experts, knows them. */
    @Test
    void aLawOfMixturesOfExpertsIsAsked() {
        Law active = law(null, ParameterCount.ACTIVE);
        Law experts = law("Experts per layer", ParameterCount.TOTAL);
        Law other = law("Granularity", ParameterCount.TOTAL);
        assertTrue(active.knowsExperts() && experts.knowsExperts());
        assertFalse(other.knowsExperts() || Laws.ROUNDED.knowsExperts());
        for (StepInputs step : List.of(pretrain(MIXTURE, null), Case.use(MIXTURE))) {
            assertEquals(experts.loss(46.7e9, 1e12),
                    Case.of(experts).then(step).evaluate().graph().value("loss"), 1e-12);
            assertTrue(Case.of(other).then(step).evaluate().measure("loss").isEmpty());
        }
        StrategyOutcome counted = Case.of(active)
                .then(pretrain(Case.model("deepseek", Architectures.deepSeek()), null)).evaluate();
        assertEquals(active.loss(counted.graph().value("activeParameters"), 1e12), counted.graph().value("loss"),
                1e-12);
    }

    /** The user’s own loss stands in, marked as such and with the reason. */
    @Test
    void anAssumedLossStandsIn() {
        StrategyOutcome result = Case.of(Laws.ROUNDED).then(pretrain(MIXTURE, 1.95)).evaluate();
        assertEquals(1.95, result.graph().value("loss"));
        assertTrue(said(result).contains("assumption.assumedLoss"));
        assertEquals(Laws.ROUNDED.loss(1e9, 1e12), Case.of(Laws.ROUNDED)
                .then(pretrain(new ModelInputs("dense", null, Case.input("n", 1e9), null, null, null), 1.0)).evaluate()
                .graph().value("loss"), 1e-12, "where the law covers the case, the law is asked");
    }

    /** Distilling, tuning and quantising a mixture of experts under laws of dense models: no number either. */
    @Test
    void laterStepsKeepTheRule() {
        ModelInputs observed = new ModelInputs("mixture", null, MIXTURE.parameters(), MIXTURE.activeParameters(),
                MIXTURE.tokens(), Case.input("mixture.loss", 1.9));
        Law precision = new Law("precision", LawForm.of(
                List.of(new Formula("delta_PTQ", Localised.verbatim("d"), LawUnit.ONE,
                        Expression.parse("0.06*D^0.5 / N^0.34*exp(-P_post / 0.6)"))),
                List.of(new org.isoflop.analysis.law.Input("P_post", Localised.verbatim("bits"), LawUnit.ONE,
                        Double.NaN, null))),
                Map.of(), new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "none");
        StrategyOutcome result = new Case().then(Case.use(observed))
                .then(new QuantiseInputs(null, Case.input("bits", 4.0), null, null, null, precision)).evaluate();
        assertTrue(result.measure("loss").isEmpty());
        assertEquals("reason.experts", result.reasons().get("loss").key());
    }

    /** State space layers keep the number of the law, with what it rests on. */
    @Test
    void stateSpaceModelsAreAnAssumption() {
        StrategyOutcome mamba = new Case().then(pretrain(Case.model("mamba", Architectures.codestralMamba()), null))
                .evaluate();
        assertEquals(Laws.ROUNDED.loss(mamba.graph().value("parameters"), 1e12), mamba.graph().value("loss"), 1e-12);
        Assumption told = mamba.assumptions().stream()
                .filter(one -> one.sentence().key().equals("assumption.stateSpace")).findFirst().orElseThrow();
        assertTrue(told.text(Locale.ENGLISH).contains("transformers"));
        assertTrue(told.source().contains("2406.07887"));
        StrategyOutcome attention = new Case().then(pretrain(Case.model("a", Architectures.llama7b()), null))
                .evaluate();
        assertFalse(said(attention).contains("assumption.stateSpace"));
    }

    /** What kind of number the loss of a model is. */
    @Test
    void aLossIsAnnouncedAsWhatItIs() {
        Map.of("measured", "assumption.observedLoss", "published", "assumption.observedLoss", "assumed",
                "assumption.assumedModelLoss", "estimated", "assumption.estimatedLoss").forEach((status, key) -> {
                    ModelInputs model = new ModelInputs("m", null, Case.input("n", 7e9), null, null,
                            new Input(2.1, new Origin("m.loss", "somebody", status)));
                    List<String> used = said(new Case().then(Case.use(model)).evaluate());
                    List<String> taught = said(new Case().then(new DistilInputs(
                            Case.training(1e11, DeviceInputs.UNKNOWN, null, null, null), model, null,
                            Case.input("s", 1e9), null, null)).evaluate());
                    for (List<String> keys : List.of(used, taught)) {
                        assertEquals(List.of(key), keys.stream().filter(one -> one.endsWith("Loss")).toList(), status);
                    }
                });
    }
}
