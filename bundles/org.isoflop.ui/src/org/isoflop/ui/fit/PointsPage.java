package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.core.chart.Across;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.ui.Messages;
import org.isoflop.ui.ThemeWatch;
import org.isoflop.ui.chart.ChartControl;

/**
 * Shows the runs as points. A quick fit suggests outliers; a run is left out only if the user ticks it.
 */
final class PointsPage extends WizardPage {

    private static final int WIDTH = 108;
    private static final int HEIGHT = 22;
    private static final int MEASURED = 100;
    private static final int[] WEIGHTS = {58, 42};

    /**
     * How far a run is from a quick fit.
     *
     * @param deviations
     *            in robust standard deviations, in the order of the table
     * @param outliers
     *            the farthest first
     */
    private record Suggestion(double[] deviations, List<Integer> outliers) {

        static Suggestion of(RunsFile file, FitProgress progress) {
            ParametricFit fit = ParametricFit.fit(file.runs(),
                    FitOptions.of(FitForm.of("chinchilla")).withStarts(Starts.VPNLS), progress);
            double scale = fit.residualScale();
            return new Suggestion(Arrays.stream(fit.residuals()).map(residual -> residual / scale).toArray(),
                    Arrays.stream(fit.outliers()).boxed().toList());
        }
    }

    private final FitDraft draft;
    private RunsFile shown;
    private Combo across;
    private ChartControl chart;
    private Table table;
    private Label hint;
    private Suggestion suggestion;
    private final Map<Integer, Integer> ranks = new HashMap<>();
    private List<Integer> order = List.of();
    private FitJob<Suggestion> job;

    PointsPage(FitDraft draft) {
        super("points");
        this.draft = draft;
        setTitle(Messages.text("fit.points.title"));
        setDescription(Messages.text("fit.points.description"));
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        new Label(page, SWT.NONE).setText(Messages.text("fit.points.across"));
        across = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        for (Across each : Across.values()) {
            across.add(each.title(Locale.getDefault()));
        }
        across.select(0);
        across.addListener(SWT.Selection, event -> draw());
        SashForm sash = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1)
                .hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(HEIGHT)).applyTo(sash);
        chart = new ChartControl(sash);
        table = new Table(sash, SWT.VIRTUAL | SWT.BORDER | SWT.CHECK | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        for (String key : List.of("fit.table.leaveOut", "fit.table.deviation", "fit.table.loss", "fit.table.parameters",
                "fit.table.tokens", "fit.table.compute")) {
            TableColumn column = new TableColumn(table, key.equals("fit.table.leaveOut") ? SWT.LEFT : SWT.RIGHT);
            column.setText(Messages.text(key));
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, this::selected);
        sash.setWeights(WEIGHTS);
        hint = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1)
                .hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(2)).applyTo(hint);
        setControl(page);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible && draft.file() != shown) {
            shown = draft.file();
            suggestion = null;
            order = IntStream.range(0, shown.runs().size()).boxed().toList();
            fill();
            suggest();
        }
        if (visible) {
            draw();
        }
    }

    private void suggest() {
        if (job != null) {
            job.abandon();
        }
        hint.setText(Messages.text("fit.points.looking"));
        RunsFile file = shown;
        job = new FitJob<>(Messages.text("fit.points.looking"), table.getDisplay(), progress -> Suggestion.of(file,
                progress), new FitJob.Listener<>() {

                    @Override
                    public void done(Suggestion answer) {
                        suggested(answer);
                    }

                    @Override
                    public void failed(String sentence) {
                        noSuggestion(Messages.text("fit.points.none", sentence));
                    }

                    @Override
                    public void cancelled() {
                        noSuggestion("");
                    }
                });
        job.schedule();
    }

    private void noSuggestion(String sentence) {
        if (!table.isDisposed()) {
            hint.setText(sentence);
        }
    }

    private void suggested(Suggestion answer) {
        if (table.isDisposed()) {
            return;
        }
        suggestion = answer;
        List<Integer> all = new ArrayList<>(answer.outliers());
        Set<Integer> first = new HashSet<>(all);
        order.stream().filter(run -> !first.contains(run)).forEach(all::add);
        order = all;
        fill();
        hint.setText(answer.outliers().isEmpty() ? Messages.text("fit.points.noOutliers", ParametricFit.OUTLIER)
                : Messages.text("fit.points.outliers", answer.outliers().size(), ParametricFit.OUTLIER));
    }

    private void fill() {
        ranks.clear();
        if (suggestion != null) {
            suggestion.outliers().forEach(run -> ranks.put(run, ranks.size()));
        }
        table.setRedraw(false);
        table.setItemCount(order.size());
        table.clearAll();
        GC gc = new GC(table);
        try {
            for (int column = 0; column < table.getColumnCount(); column++) {
                int most = gc.textExtent(table.getColumn(column).getText()).x;
                for (int row = 0; row < Math.min(MEASURED, order.size()); row++) {
                    most = Math.max(most, gc.textExtent(cells(order.get(row))[column]).x);
                }
                table.getColumn(column).setWidth(most + table.getItemHeight() * (column == 0 ? 2 : 1));
            }
        } finally {
            gc.dispose();
        }
        table.setRedraw(true);
    }

    private String[] cells(int run) {
        String[] cells = RunTexts.cells(shown.runs().get(run), run + 1);
        String deviation = suggestion == null ? "" : RunTexts.number(suggestion.deviations()[run]);
        return new String[] {ranks.containsKey(run) ? Messages.text("fit.points.suggested", cells[0]) : cells[0],
            deviation, cells[4], cells[1], cells[2], cells[3]};
    }

    /** Fills a row that comes into sight; there may be many thousands. */
    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int run = order.get(table.indexOf(item));
        item.setText(cells(run));
        item.setChecked(draft.isLeftOut(run));
    }

    private void selected(Event event) {
        if (event.detail == SWT.CHECK) {
            TableItem item = (TableItem) event.item;
            int run = order.get(table.indexOf(item));
            if (item.getChecked() && draft.leftOut().size() + 2 > shown.runs().size()) {
                item.setChecked(false);
                setErrorMessage(Messages.text("fit.points.all"));
                return;
            }
            draft.leaveOut(run, item.getChecked());
        }
        setErrorMessage(null);
        draw();
    }

    private void draw() {
        int marked = table.getSelectionIndex() < 0 ? FitCharts.NONE : order.get(table.getSelectionIndex());
        chart.show(FitCharts.points(shown, draft.leftOut(), Across.values()[across.getSelectionIndex()], marked,
                Locale.getDefault()), ThemeWatch.of(getControl()));
        setMessage(draft.leftOut().isEmpty() ? null : Messages.text("fit.points.leftOut", draft.leftOut().size(),
                shown.runs().size()));
    }

    @Override
    public void dispose() {
        if (job != null) {
            job.abandon();
        }
        super.dispose();
    }
}
