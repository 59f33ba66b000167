package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.Chosen;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.ui.Messages;

/** Drop-downs over a chart: which one it is, the measures along its axes, and the strategy that it looks at. */
final class ChoiceBar {

    private static final int GAP = 16;

    /** What can be chosen. */
    enum Kind {
        /** The chart of several that the view can draw. */
        CHART("chart.choice.chart"),
        /** The measure across. */
        ACROSS("chart.choice.across"),
        /** The measure upwards. */
        UP("chart.choice.up"),
        /** The only measure. */
        MEASURE("chart.choice.measure"),
        /** The strategy. */
        STRATEGY("chart.choice.strategy");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        private String chosen(ChartData chart) {
            return switch (this) {
                case CHART -> chart.view();
                case ACROSS, MEASURE -> chart.across();
                case UP -> chart.up();
                case STRATEGY -> chart.strategies().isEmpty() ? null : chart.strategies().getFirst();
            };
        }

        private Chosen with(Chosen before, String id) {
            return switch (this) {
                case CHART -> before;
                case ACROSS, MEASURE -> before.withAcross(id);
                case UP -> before.withUp(id);
                case STRATEGY -> before.withStrategy(id);
            };
        }

        private List<Option> options(ChartRequest request, List<String> charts) {
            if (this == CHART) {
                return charts.stream().map(id -> new Option(id, Charts.title(id, Locale.getDefault()))).toList();
            }
            List<Option> options = new ArrayList<>();
            options.add(new Option(null, Messages.text("chart.choice.automatic")));
            if (this == STRATEGY) {
                Charts.shownScenario(request.chart(), request.focus(), request.study()).ifPresent(
                        scenario -> scenario.strategies().forEach(one -> options.add(new Option(one.id(), name(one)))));
            } else {
                Arrays.stream(Measure.values())
                        .forEach(one -> options.add(new Option(one.id(), one.text(Locale.getDefault()))));
            }
            return options;
        }

        private static String name(StrategyData strategy) {
            String name = strategy.name() == null ? "" : strategy.name().get(Locale.getDefault());
            return name.isBlank() ? String.valueOf(strategy.id()) : name;
        }
    }

    private record Option(String id, String text) {
    }

    private final List<String> charts;
    private final Composite bar;
    private final Map<Kind, Combo> combos = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Option>> shown = new EnumMap<>(Kind.class);

    ChoiceBar(Composite parent, List<Kind> kinds, List<String> charts, Consumer<String> chartChanged,
            Consumer<UnaryOperator<Chosen>> changed) {
        this.charts = charts;
        bar = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.marginHeight = 2;
        layout.marginLeft = GAP / 2;
        layout.spacing = GAP;
        bar.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        bar.setVisible(false);
        for (Kind kind : kinds) {
            Composite pair = new Composite(bar, SWT.NONE);
            GridLayoutFactory.fillDefaults().numColumns(2).applyTo(pair);
            Label label = new Label(pair, SWT.NONE);
            label.setText(Messages.text(kind.label));
            Combo combo = new Combo(pair, SWT.READ_ONLY);
            GridDataFactory.swtDefaults().applyTo(combo);
            combo.addListener(SWT.Selection, event -> {
                String id = shown.get(kind).get(combo.getSelectionIndex()).id();
                if (kind == Kind.CHART) {
                    chartChanged.accept(id);
                } else {
                    changed.accept(before -> kind.with(before, id));
                }
            });
            // Turning the wheel over a drop-down moves what is around it, not the choice.
            combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
            combos.put(kind, combo);
        }
    }

    Control control() {
        return bar;
    }

    /** The drop-down of a choice. */
    Combo combo(Kind kind) {
        return combos.get(kind);
    }

    /** Offers what a request can show, and selects what it shows. */
    void show(ChartRequest request) {
        combos.forEach((kind, combo) -> {
            List<Option> options = kind.options(request, charts);
            if (!options.equals(shown.put(kind, options))) {
                combo.setItems(options.stream().map(Option::text).toArray(String[]::new));
                bar.layout(true, true);
            }
            String id = kind.chosen(request.chart());
            int index = 0;
            for (int i = 0; i < options.size(); i++) {
                index = Objects.equals(options.get(i).id(), id) ? i : index;
            }
            if (combo.getSelectionIndex() != index) {
                combo.select(index);
            }
        });
    }
}
