package org.isoflop.ui.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.isoflop.core.CoreException;
import org.isoflop.core.fit.Column;
import org.isoflop.core.fit.KeptFit;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.fit.TablePreview;
import org.isoflop.core.mapping.StudyData.RunTableData;
import org.isoflop.ui.Messages;

/** Asks for the table of runs, shows it, and says which of its columns are which. */
final class RunsPage extends WizardPage {

    private static final int DELAY = 250;
    private static final int WIDTH = 108;
    private static final int ROWS = 11;
    private static final int NARROW = 60;

    private final FitDraft draft;
    private final List<RunTableData> tables;
    private final Map<Column, Combo> columns = new EnumMap<>(Column.class);
    private Combo source;
    private Combo path;
    private Button browse;
    private Table preview;
    private Label verdict;
    private FitJob<RunsLoader.Loaded> job;
    private Map<Column, String> wanted;
    private final Runnable load = this::load;

    RunsPage(FitDraft draft, List<RunTableData> tables) {
        super("runs");
        this.draft = draft;
        this.tables = tables;
        setTitle(Messages.text("fit.runs.title"));
        setDescription(Messages.text("fit.runs.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        if (!tables.isEmpty()) {
            new Label(page, SWT.NONE).setText(Messages.text("fit.runs.source"));
            source = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
            source.add(Messages.text("fit.runs.fromFile"));
            tables.forEach(table -> source.add(Messages.text("fit.runs.fromStudy", name(table))));
            source.select(0);
            source.addListener(SWT.Selection, event -> sourceChosen());
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(source);
        }
        new Label(page, SWT.NONE).setText(Messages.text("fit.runs.file"));
        path = new Combo(page, SWT.DROP_DOWN);
        RecentRuns.list().forEach(recent -> path.add(recent.toString()));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(path);
        path.addListener(SWT.Modify, event -> changed());
        browse = new Button(page, SWT.PUSH);
        browse.setText(Messages.text("fit.runs.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        setButtonLayoutData(browse);

        Composite mapping = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(Column.values().length).equalWidth(true).applyTo(mapping);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(mapping);
        for (Column column : Column.values()) {
            Label label = new Label(mapping, SWT.NONE);
            label.setText(Messages.text("fit.column." + column.name().toLowerCase(Locale.ROOT)));
        }
        for (Column column : Column.values()) {
            Combo combo = new Combo(mapping, SWT.READ_ONLY | SWT.DROP_DOWN);
            combo.setEnabled(false);
            combo.addListener(SWT.Selection, event -> mapped());
            GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(combo);
            columns.put(column, combo);
        }
        preview = new Table(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        preview.setHeaderVisible(true);
        preview.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1)
                .hint(convertWidthInCharsToPixels(WIDTH), preview.getItemHeight() * ROWS).applyTo(preview);
        verdict = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1)
                .hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(2)).applyTo(verdict);
        drop(page);
        setControl(page);
        path.setFocus();
    }

    private static String name(RunTableData table) {
        String name = table.name() == null ? "" : table.name().get(Locale.getDefault());
        return name.isBlank() ? String.valueOf(table.id()) : name;
    }

    private void drop(Composite page) {
        DropTarget target = new DropTarget(page, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {

            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                dropped(event.data);
            }
        });
    }

    /** Takes the first of the files that were dropped on the page. */
    void dropped(Object data) {
        if (data instanceof String[] files && files.length > 0) {
            choose(files[0]);
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.text("fit.runs.title"));
        dialog.setFilterExtensions(new String[] {"*.csv;*.CSV", "*"});
        dialog.setFilterNames(new String[] {Messages.text("fit.runs.csv"), Messages.text("fit.runs.all")});
        String file = dialog.open();
        if (file != null) {
            choose(file);
        }
    }

    /** Takes a file as if the user had typed its name. */
    void choose(String file) {
        if (source != null) {
            source.select(0);
            enable();
        }
        path.setText(file);
    }

    private void sourceChosen() {
        enable();
        if (fromFile()) {
            changed();
            return;
        }
        abandon();
        RunTableData table = tables.get(source.getSelectionIndex() - 1);
        try {
            RunsFile file = KeptFit.file(table);
            show(null, null, 0, null);
            fill(file);
            setErrorMessage(null);
            accept(file, null);
        } catch (CoreException e) {
            refuse(e.message(Locale.getDefault()));
        }
    }

    private boolean fromFile() {
        return source == null || source.getSelectionIndex() == 0;
    }

    private void enable() {
        path.setEnabled(fromFile());
        browse.setEnabled(fromFile());
        columns.values().forEach(combo -> combo.setEnabled(fromFile() && combo.getItemCount() > 0));
    }

    private void changed() {
        wanted = null;
        draft.setFile(null, null);
        setPageComplete(false);
        getShell().getDisplay().timerExec(DELAY, load);
    }

    private void mapped() {
        Map<Column, String> chosen = new EnumMap<>(Column.class);
        columns.forEach((column, combo) -> chosen.put(column,
                combo.getSelectionIndex() <= 0 ? RunsFile.NONE : combo.getText()));
        wanted = chosen;
        draft.setFile(null, null);
        setPageComplete(false);
        load();
    }

    private void abandon() {
        if (job != null) {
            job.abandon();
        }
    }

    private void load() {
        if (path.isDisposed()) {
            return;
        }
        abandon();
        String file = path.getText();
        if (file.isBlank()) {
            setErrorMessage(null);
            show(null, null, 0, null);
            verdict.setText("");
            return;
        }
        Map<Column, String> mapping = wanted;
        job = new FitJob<>(Messages.text("fit.runs.reading", file), path.getDisplay(),
                progress -> RunsLoader.load(file, mapping), new FitJob.Listener<>() {

                    @Override
                    public void done(RunsLoader.Loaded loaded) {
                        loaded(loaded);
                    }

                    @Override
                    public void failed(String sentence) {
                        refuse(sentence);
                    }

                    @Override
                    public void cancelled() {
                        refuse(Messages.text("fit.runs.cancelled"));
                    }
                });
        job.schedule();
    }

    private void loaded(RunsLoader.Loaded loaded) {
        if (path.isDisposed() || !fromFile()) {
            return;
        }
        show(loaded.preview(), loaded.columns(), loaded.line(), loaded.column());
        if (loaded.runs() == null) {
            refuse(loaded.problem());
        } else {
            setErrorMessage(null);
            accept(loaded.runs(), loaded.path());
        }
    }

    private void refuse(String sentence) {
        if (!path.isDisposed()) {
            draft.setFile(null, null);
            verdict.setText("");
            setErrorMessage(sentence);
            setPageComplete(false);
        }
    }

    private void accept(RunsFile file, Path from) {
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
        verdict.setText(text.toString());
        setPageComplete(true);
    }

    private void show(TablePreview table, Map<Column, String> mapping, int line, String refused) {
        clear();
        columns.forEach((column, combo) -> {
            combo.removeAll();
            if (table != null) {
                combo.add(Messages.text("fit.column.none"));
                table.header().forEach(combo::add);
                String header = mapping == null ? RunsFile.NONE : mapping.get(column);
                combo.select(header.equals(RunsFile.NONE) ? 0 : 1 + table.header().indexOf(header));
            }
            combo.setEnabled(table != null && fromFile());
        });
        if (table == null) {
            return;
        }
        column(Messages.text("fit.preview.line"), SWT.RIGHT);
        for (String header : table.header()) {
            column(heading(header, mapping), SWT.LEFT);
        }
        for (TablePreview.Row row : table.rows()) {
            TableItem item = new TableItem(preview, SWT.NONE);
            List<String> cells = new ArrayList<>(List.of(Integer.toString(row.line())));
            cells.addAll(row.fields());
            item.setText(cells.toArray(String[]::new));
            if (row.line() == line) {
                mark(item, table.header().indexOf(refused) + 1);
            }
        }
        for (TableColumn column : preview.getColumns()) {
            column.pack();
        }
    }

    private void mark(TableItem item, int column) {
        int from = column == 0 ? 0 : column;
        int to = column == 0 ? preview.getColumnCount() - 1 : column;
        for (int i = from; i <= to; i++) {
            item.setBackground(i, preview.getDisplay().getSystemColor(SWT.COLOR_DARK_RED));
            item.setForeground(i, preview.getDisplay().getSystemColor(SWT.COLOR_WHITE));
        }
        preview.showItem(item);
    }

    private static String heading(String header, Map<Column, String> mapping) {
        if (mapping != null) {
            for (Map.Entry<Column, String> entry : mapping.entrySet()) {
                if (!header.isEmpty() && entry.getValue().equals(header)) {
                    return Messages.text("fit.preview.mapped", header, entry.getKey().key());
                }
            }
        }
        return header;
    }

    /** Shows the runs of a table of the study. */
    private void fill(RunsFile file) {
        column(Messages.text("fit.table.run"), SWT.LEFT);
        for (String key : List.of("fit.table.parameters", "fit.table.tokens", "fit.table.compute", "fit.table.loss")) {
            column(Messages.text(key), SWT.RIGHT);
        }
        for (int i = 0; i < Math.min(RunsLoader.ROWS, file.runs().size()); i++) {
            new TableItem(preview, SWT.NONE).setText(RunTexts.cells(file.runs().get(i), i + 1));
        }
        for (TableColumn column : preview.getColumns()) {
            column.pack();
        }
    }

    private void clear() {
        preview.removeAll();
        for (TableColumn column : preview.getColumns()) {
            column.dispose();
        }
    }

    private void column(String text, int alignment) {
        TableColumn column = new TableColumn(preview, alignment);
        column.setText(text);
    }

    @Override
    public void dispose() {
        abandon();
        super.dispose();
    }
}
