package org.isoflop.ui.imports;

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
import org.eclipse.swt.widgets.Text;
import org.isoflop.core.csv.CsvTable;
import org.isoflop.core.fit.TablePreview;
import org.isoflop.core.models.ModelColumn;
import org.isoflop.core.models.ModelsFile;
import org.isoflop.core.models.ModelsStudy;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Messages;
import org.isoflop.ui.ReadJob;
import org.isoflop.ui.edit.RefusedException;

/** Asks for a table of models, shows it, and says which of its columns are which. */
final class TablePage extends WizardPage implements ImportPage {

    private static final int DELAY = 250;
    private static final int WIDTH = 124;
    private static final int ROWS = 10;
    private static final int ACROSS = 5;
    private static final int NARROW = 60;
    private static final int WIDEST = 260;

    private final Target target;
    private final Map<ModelColumn, Combo> columns = new EnumMap<>(ModelColumn.class);
    private final Runnable load = this::load;
    private final String first;
    private Text path;
    private Table preview;
    private Label verdict;
    private ReadJob<TableFile> job;
    private Map<ModelColumn, String> wanted;
    private ModelsFile models;

    TablePage(Target target, Path first) {
        super("table");
        this.target = target;
        this.first = first == null ? "" : first.toString();
        setTitle(Messages.text("import.table.title"));
        setDescription(Messages.text("import.table.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        new Label(page, SWT.NONE).setText(Messages.text("fit.runs.file"));
        path = new Text(page, SWT.BORDER | SWT.SINGLE);
        path.addListener(SWT.Modify, event -> changed());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(path);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Messages.text("fit.runs.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        setButtonLayoutData(browse);
        createMapping(page);
        preview = new Table(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        preview.setHeaderVisible(true);
        preview.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1)
                .hint(convertWidthInCharsToPixels(WIDTH), preview.getItemHeight() * ROWS).applyTo(preview);
        verdict = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(convertWidthInCharsToPixels(WIDTH),
                SWT.DEFAULT).applyTo(verdict);
        target.create(page);
        drop(page);
        setControl(page);
        path.setText(first);
        path.setFocus();
    }

    private void createMapping(Composite page) {
        Composite mapping = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(ACROSS).equalWidth(true).applyTo(mapping);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(mapping);
        for (ModelColumn column : ModelColumn.values()) {
            Composite cell = new Composite(mapping, SWT.NONE);
            GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(cell);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(cell);
            new Label(cell, SWT.NONE).setText(Messages.text("import.column." + column.key()));
            Combo combo = new Combo(cell, SWT.READ_ONLY | SWT.DROP_DOWN);
            combo.setEnabled(false);
            combo.addListener(SWT.Selection, event -> mapped());
            GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(combo);
            columns.put(column, combo);
        }
    }

    private void drop(Composite page) {
        DropTarget drop = new DropTarget(page, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE);
        drop.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        drop.addDropListener(new DropTargetAdapter() {

            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files && files.length > 0) {
                    choose(files[0]);
                }
            }
        });
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.text("import.table.title"));
        dialog.setFilterExtensions(new String[] {"*.csv;*.CSV", "*"});
        dialog.setFilterNames(new String[] {Messages.text("import.table.csv"), Messages.text("fit.runs.all")});
        String file = dialog.open();
        if (file != null) {
            choose(file);
        }
    }

    /** Takes a file as if the user had typed its name. */
    void choose(String file) {
        path.setText(file);
    }

    /** Says that a column of the file holds something, as if the user had chosen it. */
    void map(ModelColumn column, String header) {
        columns.get(column).select(columns.get(column).indexOf(header));
        mapped();
    }

    private void changed() {
        wanted = null;
        forget();
        path.getDisplay().timerExec(DELAY, load);
    }

    private void mapped() {
        Map<ModelColumn, String> chosen = new EnumMap<>(ModelColumn.class);
        columns.forEach((column, combo) -> chosen.put(column,
                combo.getSelectionIndex() <= 0 ? CsvTable.NONE : combo.getText()));
        wanted = chosen;
        forget();
        load();
    }

    private void forget() {
        models = null;
        setPageComplete(false);
    }

    private void load() {
        if (path.isDisposed()) {
            return;
        }
        if (job != null) {
            job.abandon();
        }
        String file = path.getText();
        if (file.isBlank()) {
            setErrorMessage(null);
            show(null, null, 0, null);
            verdict.setText("");
            return;
        }
        Map<ModelColumn, String> mapping = wanted;
        job = new ReadJob<>(Messages.text("import.reading"), "import.fault",
                monitor -> TableFile.read(file, mapping), this::loaded, this::refuse);
        job.schedule();
    }

    private void loaded(TableFile file) {
        if (path.isDisposed()) {
            return;
        }
        show(file.preview(), file.columns(), file.line(), file.column());
        if (file.models() == null) {
            refuse(file.problem());
        } else {
            models = file.models();
            setErrorMessage(null);
            verdict.setText(Messages.text("import.table.read", models.rows().size()));
            setPageComplete(true);
        }
    }

    private void refuse(String sentence) {
        if (!path.isDisposed()) {
            verdict.setText("");
            setErrorMessage(sentence);
            forget();
        }
    }

    private void show(TablePreview table, Map<ModelColumn, String> mapping, int line, String refused) {
        preview.removeAll();
        for (TableColumn column : preview.getColumns()) {
            column.dispose();
        }
        columns.forEach((column, combo) -> {
            combo.removeAll();
            if (table != null) {
                combo.add(Messages.text("fit.column.none"));
                table.header().forEach(combo::add);
                String header = mapping == null ? CsvTable.NONE : mapping.get(column);
                combo.select(header.equals(CsvTable.NONE) ? 0 : 1 + table.header().indexOf(header));
            }
            combo.setEnabled(table != null);
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
                mark(item, refused == null ? 0 : table.header().indexOf(refused) + 1);
            }
        }
        for (TableColumn column : preview.getColumns()) {
            column.pack();
            column.setWidth(Math.min(column.getWidth(), WIDEST));
        }
    }

    private void column(String text, int alignment) {
        TableColumn column = new TableColumn(preview, alignment);
        column.setText(text);
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

    private static String heading(String header, Map<ModelColumn, String> mapping) {
        if (mapping != null && !header.isEmpty()) {
            for (Map.Entry<ModelColumn, String> entry : mapping.entrySet()) {
                if (entry.getValue().equals(header)) {
                    return Messages.text("fit.preview.mapped", header,
                            Messages.text("import.column." + entry.getKey().key()).toLowerCase(Locale.getDefault()));
                }
            }
        }
        return header;
    }

    @Override
    public boolean take() throws RefusedException, StudyFileException {
        String file = Path.of(models.name()).getFileName().toString();
        String name = file.replaceFirst("(?<=.)\\.[^.]*$", "");
        return target.take(ModelsStudy.of(models, name), name);
    }

    @Override
    public void dispose() {
        if (job != null) {
            job.abandon();
        }
        super.dispose();
    }

    Table preview() {
        return preview;
    }
}
