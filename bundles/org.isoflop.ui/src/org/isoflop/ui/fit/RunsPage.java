package org.isoflop.ui.fit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.isoflop.core.CoreException;
import org.isoflop.core.fit.Column;
import org.isoflop.core.fit.KeptFit;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.mapping.StudyData.RunTableData;
import org.isoflop.ui.Messages;
import org.isoflop.ui.csv.TableFile;
import org.isoflop.ui.csv.TableFilePage;
import org.isoflop.ui.csv.TableKind;

/** Asks for the table of runs, a file or one of the study, shows it, and says which of its columns are which. */
final class RunsPage extends TableFilePage<Column, RunsFile> {

    private static final TableKind<Column, RunsFile> RUNS = new TableKind<>(Column.class, RunsFile.MAXIMUM_BYTES,
            columns -> switch (RunsFile.missing(columns).size()) {
                case 0 -> null;
                case 1 -> Messages.text("fit.columns.loss");
                default -> Messages.text("fit.columns.two");
            }, RunsFile::read);

    private final FitDraft draft;
    private final List<RunTableData> tables;
    private Combo source;

    RunsPage(FitDraft draft, List<RunTableData> tables) {
        super("runs", RUNS, new Size(108, 11, Column.values().length, 2));
        this.draft = draft;
        this.tables = tables;
        setTitle(Messages.text("fit.runs.title"));
        setDescription(Messages.text("fit.runs.description"));
    }

    @Override
    protected void createAbove(Composite page) {
        if (tables.isEmpty()) {
            return;
        }
        new Label(page, SWT.NONE).setText(Messages.text("fit.runs.source"));
        source = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        source.add(Messages.text("fit.runs.fromFile"));
        tables.forEach(table -> source.add(Messages.text("fit.runs.fromStudy", name(table))));
        source.select(0);
        source.addListener(SWT.Selection, event -> sourceChosen());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(source);
    }

    private static String name(RunTableData table) {
        String name = table.name() == null ? "" : table.name().get(Locale.getDefault());
        return name.isBlank() ? String.valueOf(table.id()) : name;
    }

    @Override
    protected String files() {
        return Messages.text("fit.runs.csv");
    }

    @Override
    protected List<Path> recent() {
        return RecentRuns.list();
    }

    @Override
    protected String label(Column column) {
        return Messages.text("fit.column." + column.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected String meaning(Column column) {
        return column.key();
    }

    @Override
    public void choose(String file) {
        if (source != null) {
            source.select(0);
            setFromFile(true);
        }
        super.choose(file);
    }

    private void sourceChosen() {
        boolean isFile = source.getSelectionIndex() == 0;
        setFromFile(isFile);
        if (isFile) {
            changed();
            return;
        }
        clear();
        try {
            RunsFile file = KeptFit.file(tables.get(source.getSelectionIndex() - 1));
            fill(file);
            accept(file, null);
        } catch (CoreException e) {
            refuse(e.message(Locale.getDefault()));
        }
    }

    @Override
    protected void forget() {
        draft.setFile(null, null);
    }

    @Override
    protected String take(RunsFile file, Path from) {
        draft.setFile(file, from);
        StringBuilder text = new StringBuilder(Messages.text("fit.runs.read", file.runs().size(),
                file.runs().distinct()));
        if (file.derived() != null) {
            text.append(' ').append(Messages.text("fit.runs.derived", file.derived().key()));
        } else if (file.runs().largestComputeDeviation() > 0.01) {
            text.append(' ').append(Messages.text("fit.runs.deviation", file.runs().largestComputeDeviation()));
        }
        int identical = file.runs().identical().length;
        if (identical > 0) {
            text.append(' ').append(Messages.text("fit.runs.identical", identical));
        }
        return text.toString();
    }

    /** Shows the runs of a table of the study. */
    private void fill(RunsFile file) {
        column(Messages.text("fit.table.run"), SWT.LEFT);
        for (String key : List.of("fit.table.parameters", "fit.table.tokens", "fit.table.compute", "fit.table.loss")) {
            column(Messages.text(key), SWT.RIGHT);
        }
        for (int i = 0; i < Math.min(TableFile.ROWS, file.runs().size()); i++) {
            row(RunTexts.cells(file.runs().get(i), i + 1));
        }
        pack();
    }
}
