package org.isoflop.ui.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.isoflop.core.csv.CsvColumn;
import org.isoflop.core.csv.CsvTable;
import org.isoflop.core.csv.TablePreview;
import org.isoflop.ui.FileDrop;
import org.isoflop.ui.Messages;
import org.isoflop.ui.ReadJob;

/**
 * Asks for a table in a file, reads it in a job, shows it, and says which of its columns are which.
 *
 * @param <C>
 *            the columns of the table
 * @param <T>
 *            what is read from it
 */
public abstract class TableFilePage<C extends Enum<C> & CsvColumn, T> extends WizardPage {

    private static final int DELAY = 250;
    private static final int NARROW = 60;
    private static final int WIDEST = 260;
    private static final int SPAN = 3;

    /**
     * How much room the page takes.
     *
     * @param width
     *            characters of a row
     * @param rows
     *            rows of the table that are seen
     * @param across
     *            drop-downs side by side
     * @param lines
     *            lines of what is said of the table
     */
    public record Size(int width, int rows, int across, int lines) {
    }

    private final TableKind<C, T> kind;
    private final Size size;
    private final Map<C, Combo> columns;
    private final Runnable load = this::load;
    private Control path;
    private Supplier<String> typed;
    private Consumer<String> type;
    private Button browse;
    private Table preview;
    private Label verdict;
    private ReadJob<TableFile<C, T>> job;
    private Map<C, String> wanted;

    /**
     * Creates the page.
     *
     * @param name
     *            its name in the wizard
     * @param kind
     *            what the table holds
     * @param size
     *            how much room it takes
     */
    protected TableFilePage(String name, TableKind<C, T> kind, Size size) {
        super(name);
        this.kind = kind;
        this.size = size;
        columns = new EnumMap<>(kind.columns());
        setPageComplete(false);
    }

    /**
     * Names a kind of file.
     *
     * @return what the dialog for files calls such tables
     */
    protected abstract String files();

    /**
     * Lists files that were used before.
     *
     * @return the last first; null if none are kept
     */
    protected abstract List<Path> recent();

    /**
     * Names a column above its drop-down.
     *
     * @param column
     *            a column
     * @return its label
     */
    protected abstract String label(C column);

    /**
     * Names a column in the header of the preview.
     *
     * @param column
     *            a column
     * @return its short name
     */
    protected abstract String meaning(C column);

    /**
     * Takes what was read.
     *
     * @param content
     *            what stands in the table
     * @param from
     *            the file, or null
     * @return what is said of it
     */
    protected abstract String take(T content, Path from);

    /** Forgets what was taken. */
    protected abstract void forget();

    /**
     * Makes what stands above the file.
     *
     * @param page
     *            the page, with three columns
     */
    protected void createAbove(Composite page) {
        // Mostly the file comes first.
    }

    /**
     * Makes what stands below the table.
     *
     * @param page
     *            the page, with three columns
     */
    protected void createBelow(Composite page) {
        // Mostly the table comes last.
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(SPAN).applyTo(page);
        createAbove(page);
        createFile(page);
        createMapping(page);
        preview = new Table(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        preview.setHeaderVisible(true);
        preview.setLinesVisible(true);
        int width = convertWidthInCharsToPixels(size.width());
        GridDataFactory.fillDefaults().grab(true, true).span(SPAN, 1)
                .hint(width, preview.getItemHeight() * size.rows()).applyTo(preview);
        verdict = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(SPAN, 1)
                .hint(width, convertHeightInCharsToPixels(size.lines())).applyTo(verdict);
        createBelow(page);
        FileDrop.onto(page, this::dropped);
        setControl(page);
        path.setFocus();
    }

    private void createFile(Composite page) {
        new Label(page, SWT.NONE).setText(Messages.text("csv.file"));
        List<Path> recent = recent();
        if (recent == null) {
            Text text = new Text(page, SWT.BORDER | SWT.SINGLE);
            typed = text::getText;
            type = text::setText;
            path = text;
        } else {
            Combo combo = new Combo(page, SWT.DROP_DOWN);
            recent.forEach(file -> combo.add(file.toString()));
            typed = combo::getText;
            type = combo::setText;
            path = combo;
        }
        path.addListener(SWT.Modify, event -> changed());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(path);
        browse = new Button(page, SWT.PUSH);
        browse.setText(Messages.text("csv.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        setButtonLayoutData(browse);
    }

    private void createMapping(Composite page) {
        Composite mapping = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(size.across()).equalWidth(true).applyTo(mapping);
        GridDataFactory.fillDefaults().grab(true, false).span(SPAN, 1).applyTo(mapping);
        for (C column : kind.columns().getEnumConstants()) {
            Composite cell = new Composite(mapping, SWT.NONE);
            GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(cell);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(cell);
            new Label(cell, SWT.NONE).setText(label(column));
            Combo combo = new Combo(cell, SWT.READ_ONLY | SWT.DROP_DOWN);
            combo.setEnabled(false);
            combo.addListener(SWT.Selection, event -> mapped());
            GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(combo);
            columns.put(column, combo);
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(getTitle());
        dialog.setFilterExtensions(new String[] {"*.csv;*.CSV", "*"});
        dialog.setFilterNames(new String[] {files(), Messages.text("open.all")});
        String file = dialog.open();
        if (file != null) {
            choose(file);
        }
    }

    /**
     * Takes the first of the files that were dropped on the page.
     *
     * @param files
     *            their paths, at least one
     */
    public final void dropped(String[] files) {
        choose(files[0]);
    }

    /**
     * Takes a file as if the user had typed its name.
     *
     * @param file
     *            its path
     */
    public void choose(String file) {
        type.accept(file);
    }

    /**
     * Says that a column of the file holds something, as if the user had chosen it.
     *
     * @param column
     *            what it holds
     * @param header
     *            the header of the column
     */
    public final void map(C column, String header) {
        Combo combo = columns.get(column);
        combo.select(combo.indexOf(header));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    /**
     * Says whether the table comes from a file at all.
     *
     * @param isFromFile
     *            whether a file can be chosen and its columns mapped
     */
    protected final void setFromFile(boolean isFromFile) {
        path.setEnabled(isFromFile);
        browse.setEnabled(isFromFile);
        columns.values().forEach(combo -> combo.setEnabled(isFromFile && combo.getItemCount() > 0));
    }

    /** Reads the file anew, which columns are which being guessed. */
    protected final void changed() {
        wanted = null;
        drop();
        path.getDisplay().timerExec(DELAY, load);
    }

    private void mapped() {
        Map<C, String> chosen = new EnumMap<>(kind.columns());
        columns.forEach((column, combo) -> chosen.put(column,
                combo.getSelectionIndex() <= 0 ? CsvTable.NONE : combo.getText()));
        wanted = chosen;
        drop();
        load();
    }

    private void drop() {
        forget();
        setPageComplete(false);
    }

    private void abandon() {
        if (job != null) {
            job.abandon();
        }
    }

    private void load() {
        if (path.isDisposed() || !path.getEnabled()) {
            return;
        }
        String file = typed.get();
        if (file.isBlank()) {
            setErrorMessage(null);
            clear();
            verdict.setText("");
            return;
        }
        abandon();
        Map<C, String> mapping = wanted;
        job = new ReadJob<>(Messages.text("csv.reading", file), "csv.fault",
                monitor -> TableFile.read(file, mapping, kind), this::loaded, this::refuse);
        job.schedule();
    }

    private void loaded(TableFile<C, T> file) {
        if (path.isDisposed()) {
            return;
        }
        show(file);
        if (file.content() == null) {
            refuse(file.problem());
        } else {
            accept(file.content(), file.path());
        }
    }

    /**
     * Says why there is no table.
     *
     * @param sentence
     *            why
     */
    protected final void refuse(String sentence) {
        if (!path.isDisposed()) {
            verdict.setText("");
            setErrorMessage(sentence);
            drop();
        }
    }

    /**
     * Takes a table, which makes the page complete.
     *
     * @param content
     *            what stands in it
     * @param from
     *            the file, or null
     */
    protected final void accept(T content, Path from) {
        setErrorMessage(null);
        verdict.setText(take(content, from));
        setPageComplete(true);
    }

    /** Shows no file; one that is being read is abandoned. */
    protected final void clear() {
        abandon();
        columns.values().forEach(combo -> {
            combo.removeAll();
            combo.setEnabled(false);
        });
        clearPreview();
    }

    private void clearPreview() {
        preview.removeAll();
        for (TableColumn column : preview.getColumns()) {
            column.dispose();
        }
    }

    private void show(TableFile<C, T> file) {
        TablePreview table = file.preview();
        if (table == null) {
            clear();
            return;
        }
        clearPreview();
        columns.forEach((column, combo) -> {
            combo.removeAll();
            combo.add(Messages.text("csv.none"));
            table.header().forEach(combo::add);
            String header = file.columns() == null ? CsvTable.NONE : file.columns().get(column);
            combo.select(header.equals(CsvTable.NONE) ? 0 : 1 + table.header().indexOf(header));
            combo.setEnabled(true);
        });
        column(Messages.text("csv.line"), SWT.RIGHT);
        for (String header : table.header()) {
            column(heading(header, file.columns()), SWT.LEFT);
        }
        for (TablePreview.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(row.line())));
            cells.addAll(row.fields());
            TableItem item = row(cells.toArray(String[]::new));
            if (row.line() == file.line()) {
                mark(item, file.column() == null ? 0 : table.header().indexOf(file.column()) + 1);
            }
        }
        pack();
    }

    /**
     * Adds a column to the preview.
     *
     * @param text
     *            its title
     * @param alignment
     *            {@link SWT#LEFT} or {@link SWT#RIGHT}
     */
    protected final void column(String text, int alignment) {
        new TableColumn(preview, alignment).setText(text);
    }

    /**
     * Adds a row to the preview.
     *
     * @param cells
     *            what stands in it
     * @return the row
     */
    protected final TableItem row(String[] cells) {
        TableItem item = new TableItem(preview, SWT.NONE);
        item.setText(cells);
        return item;
    }

    /** Makes the columns of the preview as wide as they need to be. */
    protected final void pack() {
        for (TableColumn column : preview.getColumns()) {
            column.pack();
            column.setWidth(Math.min(column.getWidth(), WIDEST));
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

    private String heading(String header, Map<C, String> mapping) {
        if (mapping != null && !header.isEmpty()) {
            for (Map.Entry<C, String> entry : mapping.entrySet()) {
                if (entry.getValue().equals(header)) {
                    return Messages.text("csv.mapped", header, meaning(entry.getKey()));
                }
            }
        }
        return header;
    }

    @Override
    public void dispose() {
        abandon();
        super.dispose();
    }

    /**
     * Returns the first rows of the table as they are shown.
     *
     * @return the table on the page
     */
    public final Table preview() {
        return preview;
    }
}
