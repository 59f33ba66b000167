package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.isoflop.analysis.cost.Price;
import org.isoflop.analysis.energy.DevicePower;
import org.isoflop.analysis.energy.Energy;
import org.isoflop.analysis.energy.RunEnergy;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.ServingCurve;
import org.isoflop.analysis.serving.ServingModel;
import org.isoflop.analysis.serving.ServingPoint;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.StudyData.AcceleratorData;

/** What serving gives at each batch size, with the knee of batching and the largest batch that fits. */
final class ServingChart {

    private static final double LEAST_REACH = 64;
    private static final double MOST_REACH = 16_384;
    private static final double LEAST_PROMPT = 64;
    private static final double LEAST_LONGEST = 4096;
    private static final double MOST_PROMPT = 1 << 29;
    private static final double HOUR = 3600;

    /** What is drawn against the batch size, and the words of its axis. */
    private enum Measure {
        TOKENS("axis.tokensPerSecond", TickLabels.COUNTS), USER("axis.tokensPerSecondPerUser",
                TickLabels.PLAIN), COST("axis.usdPerMillion",
                        TickLabels.PLAIN), ENERGY("axis.kilowattHoursPerMillion", TickLabels.PLAIN);

        private final String axis;
        private final TickLabels labels;

        Measure(String axis, TickLabels labels) {
            this.axis = axis;
            this.labels = labels;
        }

        double of(ServingPoint point) {
            return switch (this) {
                case TOKENS -> point.tokensPerSecond();
                case USER -> point.tokensPerSecondPerUser();
                case COST -> point.answeredUsdPerMillion();
                case ENERGY -> point.answeredJoulesPerMillion() / Energy.KILOWATT_HOUR;
            };
        }
    }

    private ServingChart() {
    }

    static Plot plot(Selection selection, String view) {
        Picture picture = new Picture(selection, view);
        Served.Request request = Served.request(selection, picture);
        return switch (view) {
            case Charts.SERVING -> against(selection, picture, request, Measure.TOKENS);
            case Charts.SERVING_USER -> against(selection, picture, request, Measure.USER);
            case Charts.SERVING_FIRST_TOKEN -> firstToken(selection, picture, request);
            case Charts.SERVING_COST -> against(selection, picture, request, Measure.COST);
            case Charts.SERVING_ENERGY -> against(selection, picture, request, Measure.ENERGY);
            case Charts.SERVING_BITS -> bits(selection, picture, request);
            default -> latency(selection, picture, request);
        };
    }

    private static Plot against(Selection selection, Picture picture, Served.Request request, Measure measure) {
        List<Served> served = Served.of(selection, picture, request);
        if (measure == Measure.COST) {
            prices(selection, picture, served);
        }
        if (measure == Measure.ENERGY) {
            powers(selection, picture, served);
        }
        return curves(selection, picture, served, request, measure);
    }

    private static Plot curves(Selection selection, Picture picture, List<Served> served, Served.Request request,
            Measure measure) {
        double reach = reach(served, request);
        List<String> unknown = new ArrayList<>();
        for (Served one : served) {
            selection.checkCancelled();
            ServingCurve curve = ServingCurve.of(one.model(), request.prompt(), request.answer(), (long) reach,
                    one.rates());
            if (curve.points().stream().allMatch(point -> Double.isNaN(measure.of(point)))) {
                unknown.add(one.name());
                continue;
            }
            draw(picture, one, curve.points(), ServingPoint::batch, measure::of);
            if (measure == Measure.ENERGY) {
                range(picture, one, curve.points());
            }
            knee(selection, picture, one, curve.knee(), request, reach, measure);
            largest(selection, picture, one, request, reach, measure);
        }
        if (measure == Measure.COST) {
            picture.leftOut("chart.note.noRent", unknown);
        } else {
            picture.leftOut("chart.note.noPower", unknown);
        }
        if (!picture.isEmpty()) {
            picture.note("chart.note.batchKnee");
            picture.note("chart.note.batchFits");
        }
        return picture.plot(Axes.doublings(selection, "axis.batch", 1, reach),
                Axes.logAround(selection, measure.axis, picture.ys(), measure.labels));
    }

    /** How far batches are drawn: twice what fits, within what anybody runs. */
    private static double reach(List<Served> served, Served.Request request) {
        double largest = served.stream().mapToDouble(one -> one.model().largestBatch(request.context())).max()
                .orElse(0);
        return octave(Math.clamp(2 * largest, LEAST_REACH, MOST_REACH));
    }

    /** The power of two at or above a number. */
    private static double octave(double number) {
        double below = Math.scalb(1.0, Math.getExponent(number));
        return below < number ? 2 * below : below;
    }

    private static void draw(Picture picture, Served one, List<ServingPoint> points,
            ToDoubleFunction<ServingPoint> across, ToDoubleFunction<ServingPoint> up) {
        boolean[] fits = new boolean[points.size()];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = points.get(i).fits();
        }
        picture.add(Curve.split(one.id(), one.name(), points.stream().mapToDouble(across).toArray(),
                points.stream().mapToDouble(up).toArray(), fits, one.colour()));
    }

    /** The area between the lowest and the highest method of estimating the energy. */
    private static void range(Picture picture, Served one, List<ServingPoint> points) {
        DevicePower power = Hardware.power(one.accelerator());
        double devices = one.model().deployment().devices();
        List<RunEnergy> energies = points.stream()
                .map(point -> power.millionTokens(devices, point.answeredPerSecond(), one.rates().pue())).toList();
        picture.add(new Band(one.id() + ".range", one.name(), points.stream().mapToDouble(ServingPoint::batch)
                .toArray(),
                energies.stream().mapToDouble(energy -> energy.low() / Energy.KILOWATT_HOUR).toArray(),
                energies.stream().mapToDouble(energy -> energy.high() / Energy.KILOWATT_HOUR).toArray(),
                one.colour()));
    }

    private static void knee(Selection selection, Picture picture, Served one, double knee, Served.Request request,
            double reach, Measure measure) {
        if (knee > 0 && knee <= reach) {
            mark(selection, picture, one, "knee", Marker.DIAMOND, knee, measure.of(point(one, knee, request)));
        }
    }

    private static void largest(Selection selection, Picture picture, Served one, Served.Request request,
            double reach, Measure measure) {
        double largest = one.model().largestBatch(request.context());
        if (largest <= reach) {
            mark(selection, picture, one, "largest", Marker.SQUARE, largest,
                    measure.of(point(one, largest, request)));
        }
    }

    private static ServingPoint point(Served one, double batch, Served.Request request) {
        return one.model().point(batch, request.prompt(), request.answer(), one.rates());
    }

    private static void mark(Selection selection, Picture picture, Served one, String what, Marker marker, double x,
            double y) {
        picture.add(new Series(one.id() + "." + what, one.name(), one.name(), new double[] {x}, new double[] {y},
                Line.NONE, marker, one.colour(), List.of(selection.text("chart.mark." + what, x))));
    }

    /** What a device draws by every method that the study allows. */
    private static void powers(Selection selection, Picture picture, List<Served> served) {
        Map<String, Served> accelerators = new LinkedHashMap<>();
        served.stream().filter(one -> !Double.isNaN(one.rates().watts()))
                .forEach(one -> accelerators.putIfAbsent(one.accelerator().id(), one));
        if (!accelerators.isEmpty()) {
            picture.note("chart.note.servingPower");
        }
        for (Served one : accelerators.values()) {
            String watts = Hardware.power(one.accelerator()).run(1 / HOUR, one.rates().pue()).joules().entrySet()
                    .stream()
                    .map(each -> selection.text("chart.note.power", selection.show(each.getValue(), Unit.WATTS),
                            each.getKey().text(selection.locale())))
                    .collect(Collectors.joining(", "));
            picture.note("chart.note.powers",
                    selection.name(one.accelerator().name(), one.accelerator().id()), watts);
        }
    }

    /** Every price with its date and who asked it. */
    private static void prices(Selection selection, Picture picture, List<Served> served) {
        Map<String, AcceleratorData> accelerators = new LinkedHashMap<>();
        served.forEach(one -> accelerators.putIfAbsent(one.accelerator().id(), one.accelerator()));
        for (AcceleratorData accelerator : accelerators.values()) {
            Optional<Price> rent = Served.rent(selection, accelerator);
            rent.ifPresent(price -> picture.priced(accelerator, price));
        }
    }

    /** How long one prompt is read, which does not depend on how many sequences are answered meanwhile. */
    private static Plot firstToken(Selection selection, Picture picture, Served.Request request) {
        List<Served> served = Served.of(selection, picture, request);
        double least = Math.min(LEAST_PROMPT, request.prompt());
        double reach = octave(Math.clamp(4.0 * request.prompt(), LEAST_LONGEST, MOST_PROMPT));
        for (Served one : served) {
            selection.checkCancelled();
            long learned = one.model().deployment().architecture().learnedPositions();
            double[] prompts = prompts(least, learned > 0 ? Math.min(reach, learned) : reach);
            double[] seconds = DoubleStream.of(prompts).map(prompt -> firstToken(one, (long) prompt)).toArray();
            boolean[] all = new boolean[prompts.length];
            Arrays.fill(all, true);
            picture.add(Curve.split(one.id(), one.name(), prompts, seconds, all, one.colour()));
            double asked = firstToken(one, request.prompt());
            picture.add(new Series(one.id() + ".prompt", one.name(), one.name(), new double[] {request.prompt()},
                    new double[] {asked}, Line.NONE, Marker.DIAMOND, one.colour(),
                    List.of(selection.show(asked, Unit.SECONDS))));
        }
        if (!picture.isEmpty()) {
            picture.note("chart.note.firstToken");
        }
        return picture.plot(Axes.doublings(selection, "axis.prompt", least, reach),
                Axes.logAround(selection, "axis.firstToken", picture.ys(), TickLabels.PLAIN));
    }

    private static double firstToken(Served one, long prompt) {
        return one.model().prefill(1, prompt).seconds();
    }

    /** Four lengths for each doubling, and the longest. */
    private static double[] prompts(double least, double longest) {
        int steps = (int) Math.ceil(4 * Math.log(longest / least) / Math.log(2));
        return IntStream.rangeClosed(0, Math.max(steps, 0))
                .mapToDouble(i -> Math.min(longest, Math.rint(least * Math.pow(2, i / 4.0)))).distinct().toArray();
    }

    /** What each user sees against what each device gives: the classic choice of serving. */
    private static Plot latency(Selection selection, Picture picture, Served.Request request) {
        List<Served> served = Served.of(selection, picture, request);
        double reach = reach(served, request);
        for (Served one : served) {
            selection.checkCancelled();
            double devices = one.model().deployment().devices();
            ServingCurve curve = ServingCurve.of(one.model(), request.prompt(), request.answer(), (long) reach,
                    one.rates());
            draw(picture, one, curve.points(), ServingPoint::tokensPerSecondPerUser,
                    point -> point.tokensPerSecond() / devices);
            if (curve.knee() > 0 && curve.knee() <= reach) {
                ServingPoint knee = point(one, curve.knee(), request);
                picture.add(new Series(one.id() + ".knee", one.name(), one.name(),
                        new double[] {knee.tokensPerSecondPerUser()}, new double[] {knee.tokensPerSecond() / devices},
                        Line.NONE, Marker.DIAMOND, one.colour(),
                        List.of(selection.text("chart.mark.batch", knee.batch()))));
            }
        }
        if (!picture.isEmpty()) {
            picture.note("chart.note.batchKnee");
            picture.note("chart.note.batchFits");
            picture.note("chart.note.latency");
        }
        Axis x = Axes.logAround(selection, "axis.tokensPerSecondPerUser", picture.xs(), TickLabels.PLAIN);
        return picture.plot(x,
                Axes.logAround(selection, "axis.tokensPerSecondPerDevice", picture.ys(), TickLabels.COUNTS));
    }

    /** One deployment with its weights and caches in fewer bits, on as many devices as with all of them. */
    private static Plot bits(Selection selection, Picture picture, Served.Request request) {
        List<Served> variants = new ArrayList<>();
        List<Served> served = Served.of(selection, picture, request);
        if (!served.isEmpty()) {
            Served first = served.getFirst();
            Deployment whole = first.model().deployment();
            for (Quantisation each : List.of(Quantisation.BF16, Quantisation.W8_KV8, Quantisation.W4,
                    new Quantisation("W4A16, KV8", Quantisation.W4.matrixBits(), Quantisation.W4.otherBits(),
                            Byte.SIZE, Quantisation.W4.stateBits()))) {
                Precision precision = each == Quantisation.W8_KV8 ? eightBits(whole) : whole.precision();
                Deployment fewer = new Deployment(whole.architecture(), whole.accelerator(), whole.tensor(),
                        whole.pipeline(), precision, each, whole.efficiency(), whole.latency());
                int colour = variants.size();
                variants.add(new Served("bits." + colour, selection.text("chart.bits", each.name(),
                        each.matrixBits(), each.cacheBits(), precision.key()), new ServingModel(fewer),
                        first.accelerator(), first.rates(), colour));
            }
            picture.note("chart.note.bits", first.name());
        }
        return curves(selection, picture, variants, request, Measure.TOKENS);
    }

    private static Precision eightBits(Deployment whole) {
        Accelerator accelerator = whole.accelerator();
        if (accelerator.peaks().containsKey(Precision.FP8)) {
            return Precision.FP8;
        }
        return accelerator.peaks().containsKey(Precision.INT8) ? Precision.INT8 : whole.precision();
    }
}
