package org.isoflop.ui.strategy;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.isoflop.analysis.graph.Working;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.model.Status;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.form.FieldHost;

/** How one number came about: formula, numbers put in, units and sources, as a tree down to the study. */
final class WorkingPane {

    private static final int OPEN_LEVELS = 3;
    private static final int COLUMN = 80;
    private static final int DIGITS = 6;

    private final Composite control;
    private final Label title;
    private final TreeViewer viewer;
    private String shown = "";

    /** A working at its place in the tree: the same quantity may stand at several. */
    private static final class Line {

        private final Working working;
        private final Line parent;
        private List<Line> below;

        Line(Working working, Line parent) {
            this.working = working;
            this.parent = parent;
        }

        List<Line> below() {
            if (below == null) {
                below = working.inputs().stream().map(input -> new Line(input, this)).toList();
            }
            return below;
        }
    }

    private interface Text {

        String of(Working working);
    }

    WorkingPane(Composite parent, FieldHost host, Consumer<String> reveal) {
        control = new Composite(parent, SWT.NONE);
        host.adapt(control);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        title = new Label(control, SWT.NONE);
        host.adapt(title);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        Composite holder = new Composite(control, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        holder.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
        viewer = new TreeViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        Tree tree = viewer.getTree();
        host.adapt(tree);
        tree.setHeaderVisible(true);
        tree.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = title.getText();
            }
        });
        viewer.setContentProvider(new Contents());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(layout, "strategies.working.quantity", SWT.LEFT, 5, WorkingPane::quantity);
        column(layout, "strategies.working.value", SWT.RIGHT, 3,
                working -> Quantities.format(working.value(), working.unit(), locale()));
        column(layout, "strategies.working.formula", SWT.LEFT, 5, WorkingPane::formula);
        column(layout, "strategies.working.numbers", SWT.LEFT, 5,
                working -> working.numbers() == null ? "" : working.numbers(DIGITS));
        column(layout, "strategies.working.source", SWT.LEFT, 5, WorkingPane::source);
        viewer.addDoubleClickListener(event -> {
            Line line = (Line) viewer.getStructuredSelection().getFirstElement();
            if (line != null && line.working.origin() != null) {
                reveal.accept(line.working.origin().path());
            } else if (line != null) {
                viewer.setExpandedState(line, !viewer.getExpandedState(line));
            }
        });
    }

    private void column(TreeColumnLayout layout, String key, int style, int weight, Text text) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, style);
        column.getColumn().setText(Messages.text(key));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, COLUMN, true));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object line) {
                return text.of(((Line) line).working);
            }

            @Override
            public String getToolTipText(Object line) {
                return getText(line);
            }
        });
    }

    Composite control() {
        return control;
    }

    TreeViewer viewer() {
        return viewer;
    }

    String title() {
        return title.getText();
    }

    /** Shows how a number of a strategy came about, or why there is none, or what to do to see it. */
    void show(String strategy, Working working, String reason) {
        String name = working == null ? reason == null ? Messages.text("strategies.working.hint") : reason
                : Messages.text("strategies.working.title", strategy, working.label().text(locale()),
                        Quantities.format(working.value(), working.unit(), locale()));
        if (!name.equals(title.getText())) {
            title.setText(name);
        }
        String text = working == null ? "" : strategy + working;
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        viewer.setInput(working);
        viewer.expandToLevel(OPEN_LEVELS);
    }

    private static String quantity(Working working) {
        return Messages.text("strategies.working.symbol", working.label().text(locale()), working.symbol());
    }

    private static String formula(Working working) {
        if (working.formula() != null) {
            return working.symbol() + " = " + working.formula();
        }
        return working.condition() == null ? "" : working.condition().text(locale());
    }

    private static String source(Working working) {
        if (working.origin() == null) {
            return working.source() == null ? "" : working.source();
        }
        StringJoiner source = new StringJoiner(" · ");
        source.add(working.origin().path());
        if (working.origin().status() != null) {
            source.add(Features.valueLabel(Status.get(working.origin().status()), locale()));
        }
        if (working.origin().source() != null) {
            source.add(working.origin().source());
        }
        return source.toString();
    }

    private static Locale locale() {
        return Locale.getDefault();
    }

    private static final class Contents implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object working) {
            return new Object[] {new Line((Working) working, null)};
        }

        @Override
        public Object[] getChildren(Object line) {
            return ((Line) line).below().toArray();
        }

        @Override
        public Object getParent(Object line) {
            return ((Line) line).parent;
        }

        @Override
        public boolean hasChildren(Object line) {
            return !((Line) line).working.inputs().isEmpty();
        }
    }
}
