package org.isoflop.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.Comparison;
import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.fit.HoldOut;
import org.isoflop.analysis.fit.Influence;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.law.Interval;
import org.isoflop.core.json.Json;

/** Says the answer of a fit to programs. */
public final class FitJson {

    private FitJson() {
    }

    /**
     * Builds the answer.
     *
     * @param answer
     *            what a fit gave
     * @return a tree for {@link Json}
     */
    public static Map<String, Object> answer(FitAnswer answer) {
        Map<String, Object> tree = Json.object();
        switch (answer) {
            case FitAnswer.Parametric parametric -> parametric(tree, parametric);
            case FitAnswer.IsoFlop isoFlop -> {
                tree.put("method", Method.ISOFLOP.key());
                allocation(tree, isoFlop);
                tree.put("vertices", isoFlop.fit().vertices().stream().map(FitJson::vertex).toList());
                Json.put(tree, "bias", isoFlop.fit().bias() == null ? null : bias(isoFlop.fit().bias()));
            }
            case FitAnswer.Envelope envelope -> {
                tree.put("method", Method.ENVELOPE.key());
                allocation(tree, envelope);
                tree.put("curves", envelope.fit().curves());
                tree.put("values", envelope.fit().values());
            }
        }
        tree.put("data", data(answer));
        return tree;
    }

    private static Map<String, Object> data(FitAnswer answer) {
        Map<String, Object> data = Json.object();
        RunsFile file = answer.file();
        data.put("file", file.name());
        data.put("sha256", file.hash());
        data.put("rows", file.runs().size());
        data.put("identical", lines(file.runs().identical(), file.lines()));
        Json.put(data, "derived", file.derived() == null ? null : file.derived().key());
        data.put("largestComputeDeviation", file.runs().largestComputeDeviation());
        return data;
    }

    private static List<Object> lines(int[] indices, List<Integer> lines) {
        return Arrays.stream(indices).<Object>mapToObj(lines::get).toList();
    }

    private static void allocation(Map<String, Object> tree, FitAnswer.Allocation answer) {
        tree.put("a", answer.parameters().exponent());
        tree.put("b", answer.tokens().exponent());
        tree.put("coefficientN", answer.parameters().coefficient());
        tree.put("coefficientD", answer.tokens().coefficient());
        tree.put("points", answer.runs().size());
        if (answer.bootstrap() != null) {
            Map<String, ToDoubleFunction<double[]>> numbers = new LinkedHashMap<>();
            numbers.put("a", k -> k[1]);
            numbers.put("b", k -> k[3]);
            numbers.put("coefficientN", k -> k[0]);
            numbers.put("coefficientD", k -> k[2]);
            bootstrap(tree, answer.bootstrap(), FitOptions.LEVEL, numbers);
        }
    }

    private static Map<String, Object> vertex(IsoFlopFit.Vertex vertex) {
        Map<String, Object> tree = Json.object();
        tree.put("compute", vertex.compute());
        tree.put("parameters", vertex.parameters());
        tree.put("tokens", vertex.tokens());
        tree.put("loss", vertex.loss());
        tree.put("points", vertex.points());
        tree.put("bracketed", vertex.bracketed());
        return tree;
    }

    private static Map<String, Object> bias(IsoFlopFit.Bias bias) {
        Map<String, Object> tree = Json.object();
        tree.put("a", bias.exponent());
        tree.put("compute", bias.compute());
        tree.put("parameters", bias.parameters());
        tree.put("tokens", bias.tokens());
        tree.put("extrapolatedCompute", bias.compute() * IsoFlopFit.Bias.AHEAD);
        tree.put("extrapolatedParameters", bias.parametersAhead());
        tree.put("extrapolatedTokens", bias.tokensAhead());
        return tree;
    }

    private static void parametric(Map<String, Object> tree, FitAnswer.Parametric answer) {
        ParametricFit fit = answer.fit();
        List<String> symbols = fit.options().form().constants();
        tree.put("method", answer.method().key());
        tree.put("form", fit.options().form().text());
        tree.put("constants", constants(symbols, fit.constants()));
        Json.put(tree, "exponent", fit.exponent());
        tree.put("objective", fit.objective());
        tree.put("objectiveName", fit.options().objective().kind().key());
        Json.put(tree, "delta", fit.options().objective().delta());
        tree.put("points", fit.runs().size());
        tree.put("starts", fit.starts());
        tree.put("agreeing", fit.agreeing());
        if (fit.bootstrap() != null) {
            bootstrap(tree, fit, symbols);
        }
        List<Object> influence = new ArrayList<>();
        for (Influence one : fit.influence()) {
            Map<String, Object> entry = place(answer, one.run());
            Json.put(entry, "exponent", one.exponent());
            Json.put(entry, "exponentChange", one.exponentChange());
            entry.put("constants", constants(symbols, one.constants()));
            influence.add(entry);
        }
        tree.put("influence", influence);
        double[] residuals = fit.residuals();
        tree.put("outliers", Arrays.stream(fit.outliers()).<Object>mapToObj(run -> {
            Map<String, Object> entry = place(answer, run);
            entry.put("residual", residuals[run]);
            return entry;
        }).toList());
        tree.put("residuals", Arrays.stream(residuals).boxed().<Object>map(residual -> residual).toList());
        Json.put(tree, "prediction", answer.prediction() == null ? null : prediction(answer.prediction()));
        Json.put(tree, "holdout", answer.holdOut() == null ? null : holdOut(answer, symbols));
        Json.put(tree, "against", answer.against() == null ? null : against(answer.against(), answer.againstLaw()));
    }

    private static Map<String, Object> place(FitAnswer.Parametric answer, int run) {
        Map<String, Object> entry = Json.object();
        entry.put("line", answer.lines().get(run));
        Json.put(entry, "label", answer.runs().get(run).label());
        return entry;
    }

    private static Map<String, Object> constants(List<String> symbols, double[] values) {
        Map<String, Object> tree = Json.object();
        for (int j = 0; j < values.length; j++) {
            Json.put(tree, symbols.get(j), Double.isFinite(values[j]) ? values[j] : null);
        }
        return tree;
    }

    private static void bootstrap(Map<String, Object> tree, ParametricFit fit, List<String> symbols) {
        Map<String, ToDoubleFunction<double[]>> numbers = new LinkedHashMap<>();
        for (int j = 0; j < symbols.size(); j++) {
            int index = j;
            numbers.put(symbols.get(j), k -> k[index]);
        }
        if (!Double.isNaN(fit.exponent())) {
            numbers.put("exponent", fit.exponentOf());
        }
        bootstrap(tree, fit.bootstrap(), fit.options().level(), numbers);
    }

    private static void bootstrap(Map<String, Object> tree, Bootstrap bootstrap, double level,
            Map<String, ToDoubleFunction<double[]>> numbers) {
        Map<String, Object> errors = Json.object();
        Map<String, Object> intervals = Json.object();
        numbers.forEach((name, number) -> {
            errors.put(name, bootstrap.standardError(number));
            Interval interval = bootstrap.interval(number, level);
            Map<String, Object> ends = Json.object();
            ends.put("low", interval.low());
            ends.put("high", interval.high());
            intervals.put(name, ends);
        });
        tree.put("standardErrors", errors);
        tree.put("intervals95", intervals);
        tree.put("level", level);
        Map<String, Object> said = Json.object();
        said.put("resamples", bootstrap.resamples());
        said.put("failed", bootstrap.failed());
        said.put("seed", (int) bootstrap.seed());
        said.put("generator", bootstrap.generator());
        tree.put("bootstrap", said);
    }

    private static Map<String, Object> prediction(Prediction prediction) {
        Map<String, Object> tree = Json.object();
        tree.put("parameters", prediction.place().parameters());
        tree.put("tokens", prediction.place().tokens());
        tree.put("loss", prediction.loss());
        if (prediction.constants() != null) {
            interval(tree, prediction.constants(), List.of(Prediction.Part.CONSTANTS));
            Map<String, Object> run = Json.object();
            interval(run, prediction.withResidual(), List.of(Prediction.Part.values()));
            tree.put("newRun", run);
        }
        return tree;
    }

    /**
     * Adds an interval to an answer.
     *
     * @param tree
     *            the answer
     * @param interval
     *            the interval; an infinite end is left out
     * @param contains
     *            what it contains
     */
    public static void interval(Map<String, Object> tree, Interval interval, List<Prediction.Part> contains) {
        Json.put(tree, "low", Double.isInfinite(interval.low()) ? null : interval.low());
        Json.put(tree, "high", Double.isInfinite(interval.high()) ? null : interval.high());
        tree.put("level", interval.level());
        tree.put("contains", contains.stream().<Object>map(Prediction.Part::key).toList());
    }

    private static Map<String, Object> holdOut(FitAnswer.Parametric answer, List<String> symbols) {
        HoldOut holdOut = answer.holdOut();
        Map<String, Object> tree = Json.object();
        tree.put("constants", constants(symbols, holdOut.constants()));
        tree.put("rootMeanSquareLogError", holdOut.rootMeanSquare());
        tree.put("meanLogError", holdOut.meanError());
        tree.put("points", holdOut.points().stream().<Object>map(point -> {
            Map<String, Object> entry = place(answer, point.run());
            entry.put("predicted", point.predicted());
            entry.put("observed", point.observed());
            return entry;
        }).toList());
        return tree;
    }

    private static Map<String, Object> against(Comparison comparison, String law) {
        Map<String, Object> tree = Json.object();
        tree.put("law", law);
        tree.put("chiSquare", comparison.chiSquare());
        tree.put("degrees", comparison.degrees());
        tree.put("pValue", comparison.probability());
        tree.put("objective", comparison.objective());
        return tree;
    }
}
