package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Convention;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.ServingState;
import org.isoflop.analysis.architecture.TokenFlop;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ModelData;

/** What a longer context takes: memory of one sequence, and FLOP of each token. */
final class ContextChart {

    private static final int MOST_MODELS = 8;
    private static final int MOST_ACCELERATORS = 4;
    private static final int LEAST_EXPONENT = 8;
    private static final int USUAL_EXPONENT = 20;
    private static final int MOST_EXPONENT = 24;
    private static final double GIGABYTE = 1e9;
    private static final double BYTES = ServingState.USUAL_BITS / (double) Byte.SIZE;

    private ContextChart() {
    }

    static Plot memory(Selection selection) {
        Picture picture = new Picture(selection, Charts.CONTEXT_MEMORY);
        List<ModelData> models = models(selection, picture);
        curves(selection, picture, models, architecture -> {
            double weights = ParameterCounts.of(architecture).total() * BYTES;
            return context -> (weights + kept(architecture, (long) context)) / GIGABYTE;
        });
        if (!picture.isEmpty()) {
            picture.note("chart.note.contextMemory");
            devices(selection, picture);
        }
        return picture.plot(axis(selection, models),
                Axes.logAround(selection, "axis.memory", picture.ys(), TickLabels.PLAIN));
    }

    static Plot cache(Selection selection) {
        Picture picture = new Picture(selection, Charts.CONTEXT_CACHE);
        List<ModelData> models = models(selection, picture);
        curves(selection, picture, models, architecture -> context -> kept(architecture, (long) context) / GIGABYTE);
        if (!picture.isEmpty()) {
            picture.note("chart.note.contextCache");
        }
        return picture.plot(axis(selection, models),
                Axes.logAround(selection, "axis.memory", picture.ys(), TickLabels.PLAIN));
    }

    static Plot compute(Selection selection) {
        Picture picture = new Picture(selection, Charts.CONTEXT_COMPUTE);
        List<ModelData> models = models(selection, picture);
        curves(selection, picture, models, architecture -> context -> TokenFlop.of(architecture, (long) context)
                .get(Convention.EXACT_CAUSAL).forward());
        if (!picture.isEmpty()) {
            picture.note("chart.note.contextCompute");
        }
        return picture.plot(axis(selection, models),
                Axes.logAround(selection, "axis.flopPerToken", picture.ys(), TickLabels.POWERS));
    }

    private static double kept(Architecture architecture, long context) {
        ServingState state = ServingState.of(architecture, context, 1, new ServingState.Bits(
                ServingState.USUAL_BITS, ServingState.USUAL_BITS, ServingState.USUAL_BITS));
        return (double) state.cacheBytes() + state.stateBytes();
    }

    private interface Question {
        DoubleUnaryOperator of(Architecture architecture);
    }

    /** Dashed beyond what a model says it has learned; a gap where it has no positions any more. */
    private static void curves(Selection selection, Picture picture, List<ModelData> models, Question question) {
        boolean beyond = false;
        double[] context = contexts(longest(models));
        for (int i = 0; i < models.size(); i++) {
            selection.checkCancelled();
            ModelData model = models.get(i);
            Architecture architecture = model.architecture().architecture();
            DoubleUnaryOperator asked = question.of(architecture);
            double[] values = new double[context.length];
            boolean[] learned = new boolean[context.length];
            for (int j = 0; j < context.length; j++) {
                double at = context[j];
                values[j] = Answers.orGap(() -> asked.applyAsDouble(at));
                learned[j] = architecture.context() == 0 || at <= architecture.context();
                beyond |= !learned[j] && !Double.isNaN(values[j]);
            }
            picture.add(Curve.split(model.id(), selection.name(model.name(), model.id()), context, values, learned,
                    i));
        }
        if (beyond) {
            picture.note("chart.note.beyondContext");
        }
    }

    private static List<ModelData> models(Selection selection, Picture picture) {
        List<ModelData> drawn = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        List<String> encoders = new ArrayList<>();
        for (ModelData model : selection.lookedAtModels()) {
            String name = selection.name(model.name(), model.id());
            if (model.architecture() == null || model.architecture().architecture() == null) {
                lacking.add(name);
            } else if (!model.architecture().architecture().causal()) {
                encoders.add(name);
            } else {
                drawn.add(model);
            }
        }
        picture.leftOut("chart.note.noArchitecture", lacking);
        picture.leftOut("chart.note.encoders", encoders);
        if (drawn.size() > MOST_MODELS) {
            picture.note("chart.note.choose", drawn.size() - MOST_MODELS);
        }
        return drawn.subList(0, Math.min(MOST_MODELS, drawn.size()));
    }

    private static Axis axis(Selection selection, List<ModelData> models) {
        return Axes.doublings(selection, "axis.context", Math.scalb(1.0, LEAST_EXPONENT), longest(models));
    }

    /** A million tokens, or the longest context that a model has learned. */
    private static double longest(List<ModelData> models) {
        double learned = models.stream().mapToDouble(model -> model.architecture().architecture().context()).max()
                .orElse(0);
        int exponent = Math.clamp(Math.getExponent(Math.max(learned, 1)), USUAL_EXPONENT, MOST_EXPONENT);
        return Math.scalb(1.0, exponent);
    }

    /** Two points for each doubling, whole numbers of tokens. */
    private static double[] contexts(double longest) {
        int count = 2 * (Math.getExponent(longest) - LEAST_EXPONENT) + 1;
        double[] contexts = new double[count];
        for (int i = 0; i < count; i++) {
            contexts[i] = Math.round(Math.pow(2, LEAST_EXPONENT + i / 2.0));
        }
        return contexts;
    }

    /** The memory of devices as lines across. */
    private static void devices(Selection selection, Picture picture) {
        List<AcceleratorData> devices = selection.lookedAtAccelerators().stream()
                .filter(one -> Figures.positive(one.memory()) != null).toList();
        devices.stream().limit(MOST_ACCELERATORS).forEach(one -> picture.add(new Rule("device." + one.id(),
                selection.text("chart.device", selection.name(one.name(), one.id()),
                        selection.show(one.memory().value(), Unit.BYTES)),
                Orientation.HORIZONTAL, one.memory().value() / GIGABYTE)));
        if (devices.size() > MOST_ACCELERATORS) {
            picture.note("chart.note.moreDevices", devices.size() - MOST_ACCELERATORS);
        }
    }
}
