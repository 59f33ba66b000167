package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.cost.Price;
import org.isoflop.analysis.cost.RunningCost;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.training.LayoutChoice;
import org.isoflop.analysis.training.Plan;
import org.isoflop.analysis.unit.Unit;

/** Hours or rent of a training run against the number of devices, with the best layout at each number. */
final class LayoutsChart {

    private LayoutsChart() {
    }

    /** A number of devices with its best layout. */
    private record Step(int devices, Plan plan) {
    }

    static Plot plot(Selection selection, String view) {
        boolean money = view.equals(Charts.LAYOUTS_COST);
        Picture picture = new Picture(selection, view);
        List<Trained> trained = Trained.of(selection, picture);
        int most = 2;
        for (int i = 0; i < trained.size(); i++) {
            Trained one = trained.get(i);
            most = Math.max(most, one.cluster().devices());
            Optional<Price> rent = Served.rent(selection, one.accelerator());
            String name = selection.text("chart.on", one.modelName(), one.clusterName());
            if (money && rent.isEmpty()) {
                picture.note("chart.note.noRent", name);
                continue;
            }
            List<Step> steps = steps(selection, picture, one);
            if (steps.isEmpty()) {
                continue;
            }
            double tokens = one.tokens(picture);
            picture.add(new Series("layouts." + i, name, name,
                    steps.stream().mapToDouble(Step::devices).toArray(),
                    steps.stream().mapToDouble(step -> money
                            ? RunningCost.rent(step.plan().deviceHours(tokens), rent.orElseThrow().usd(), 0)
                            : step.plan().deviceHours(tokens) / step.devices()).toArray(),
                    Line.SOLID, Marker.CIRCLE, i,
                    steps.stream().map(step -> step.plan().layout().text(selection.locale())).toList()));
            picture.note("chart.note.trainedTokens", one.modelName(), selection.show(tokens, Unit.TOKENS));
            if (money) {
                picture.priced(one.accelerator(), rent.orElseThrow());
            }
        }
        if (!picture.isEmpty()) {
            picture.note("chart.note.layouts");
        }
        return picture.plot(Axes.doublings(selection, "axis.devices", 1, most), Axes.logAround(selection,
                money ? "axis.rent" : "axis.hours", picture.ys(), money ? TickLabels.COUNTS : TickLabels.PLAIN));
    }

    private static List<Step> steps(Selection selection, Picture picture, Trained one) {
        List<Step> steps = new ArrayList<>();
        List<Integer> tooSmall = new ArrayList<>();
        List<Integer> impossible = new ArrayList<>();
        Plan leanest = null;
        for (int devices : one.counts()) {
            selection.checkCancelled();
            try {
                LayoutChoice found = one.best(devices);
                if (found.fits()) {
                    steps.add(new Step(devices, found.plan()));
                } else {
                    tooSmall.add(devices);
                    leanest = found.plan();
                }
            } catch (DomainException e) {
                impossible.add(devices);
            }
        }
        String name = selection.text("chart.on", one.modelName(), one.clusterName());
        if (leanest != null) {
            picture.note("chart.note.tooSmall", name, tooSmall.stream().max(Comparator.naturalOrder()).orElseThrow(),
                    selection.show(leanest.memory().total(), Unit.BYTES),
                    selection.show(one.cluster().accelerator().memoryBytes(), Unit.BYTES));
        }
        if (!impossible.isEmpty()) {
            picture.note("chart.note.noLayout", name,
                    selection.names(impossible.stream().map(String::valueOf).toList(), impossible.size()));
        }
        return steps;
    }
}
