package org.isoflop.ui.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.architecture.ModelConfig.Default;
import org.isoflop.core.architecture.ModelStudy;
import org.isoflop.core.architecture.ModelStudy.NamedConfig;
import org.isoflop.model.Study;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.FileDrop;
import org.isoflop.ui.Messages;
import org.isoflop.ui.ReadJob;
import org.isoflop.ui.edit.RefusedException;

/** Asks for {@code config.json} files, and shows what each of them counts to before it is imported. */
final class ConfigPage extends WizardPage implements ImportPage {

    private static final int WIDTH = 124;
    private static final int ROWS = 8;
    private static final int LINES = 9;
    private static final String CONFIG = "config.json";

    private final Target target;
    private final List<ConfigRow> rows = new ArrayList<>();
    private final List<Path> waiting = new ArrayList<>();
    private Table table;
    private Button remove;
    private Text name;
    private Text details;
    private ReadJob<List<ConfigRow>> job;
    private boolean filling;

    ConfigPage(Target target, List<Path> files) {
        super("configs");
        this.target = target;
        waiting.addAll(files);
        setTitle(Messages.text("import.configs.title"));
        setDescription(Messages.text("import.configs.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        table = new Table(page, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(convertWidthInCharsToPixels(WIDTH), table.getItemHeight() * ROWS).applyTo(table);
        column("import.column.name", SWT.LEFT, 24);
        column("import.column.family", SWT.LEFT, 16);
        for (String key : List.of("import.column.total", "import.column.active", "import.column.nonEmbedding",
                "import.column.cache")) {
            column(key, SWT.RIGHT, 20);
        }
        column("import.column.file", SWT.LEFT, 40);
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK && rows.get(table.indexOf((TableItem) event.item)).isRefused()) {
                ((TableItem) event.item).setChecked(false);
            }
            selected();
            check();
        });
        Composite buttons = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        button(buttons, "import.add", this::browse);
        remove = button(buttons, "import.remove", this::remove);
        Composite below = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(below);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(below);
        new Label(below, SWT.NONE).setText(Messages.text("import.name"));
        name = new Text(below, SWT.BORDER | SWT.SINGLE);
        name.addListener(SWT.Modify, event -> rename());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        details = new Text(below, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1)
                .hint(convertWidthInCharsToPixels(WIDTH), details.getLineHeight() * LINES).applyTo(details);
        target.create(page);
        FileDrop.onto(page, paths -> add(Arrays.stream(paths).map(Path::of).toList()));
        setControl(page);
        selected();
        check();
        readNext();
    }

    private void column(String key, int style, int chars) {
        TableColumn column = new TableColumn(table, style);
        column.setText(Messages.text(key));
        column.pack();
        column.setWidth(Math.max(column.getWidth(), convertWidthInCharsToPixels(chars)));
    }

    private Button button(Composite parent, String key, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(Messages.text(key));
        button.addListener(SWT.Selection, event -> action.run());
        setButtonLayoutData(button);
        return button;
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.text("import.configs.title"));
        dialog.setFilterNames(new String[] {Messages.text("import.configs.files"), Messages.text("open.all")});
        dialog.setFilterExtensions(new String[] {"*.json", "*"});
        if (dialog.open() != null) {
            add(Arrays.stream(dialog.getFileNames()).map(file -> Path.of(dialog.getFilterPath(), file)).toList());
        }
    }

    /** Reads more files; a folder stands for the {@code config.json} in it. */
    void add(List<Path> files) {
        waiting.addAll(files);
        readNext();
    }

    private void readNext() {
        if (job != null || waiting.isEmpty()) {
            return;
        }
        List<Path> files = List.copyOf(waiting);
        waiting.clear();
        setMessage(Messages.text("import.reading"));
        job = new ReadJob<>(Messages.text("import.reading"), "import.fault", monitor -> read(files, monitor),
                this::read, sentence -> {
                    job = null;
                    setErrorMessage(sentence);
                });
        job.schedule();
    }

    private static List<ConfigRow> read(List<Path> files, IProgressMonitor monitor) {
        monitor.beginTask(Messages.text("import.reading"), files.size());
        List<ConfigRow> read = new ArrayList<>();
        for (Path file : files) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            read.add(ConfigRow.read(Files.isDirectory(file) ? file.resolve(CONFIG) : file));
            monitor.worked(1);
        }
        return read;
    }

    private void read(List<ConfigRow> read) {
        job = null;
        if (table.isDisposed()) {
            return;
        }
        int first = rows.size();
        for (ConfigRow row : read) {
            if (rows.stream().noneMatch(other -> other.path().equals(row.path()))) {
                rows.add(row);
                TableItem item = new TableItem(table, SWT.NONE);
                item.setChecked(!row.isRefused());
                fill(item, row);
            }
        }
        if (table.getSelectionCount() == 0 && rows.size() > first) {
            table.setSelection(first);
        }
        selected();
        check();
        readNext();
    }

    private static void fill(TableItem item, ConfigRow row) {
        String file = String.valueOf(row.path());
        if (row.isRefused()) {
            item.setText(new String[] {row.name(), Messages.text("import.refused"), "", "", "", "", file});
            item.setImage(1, PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
        } else {
            item.setText(new String[] {row.name(), row.config().family(), shown(row.counts().total()),
                shown(row.counts().active()), shown(row.counts().nonEmbedding()),
                Quantities.format(row.cachePerToken(), Unit.BYTES, Locale.getDefault()), file});
        }
    }

    private static String shown(long count) {
        return Quantities.format(count, Unit.PARAMETERS, Locale.getDefault());
    }

    private void remove() {
        int[] indices = table.getSelectionIndices();
        Arrays.sort(indices);
        for (int i = indices.length - 1; i >= 0; i--) {
            rows.remove(indices[i]);
        }
        table.remove(indices);
        selected();
        check();
    }

    private void rename() {
        int index = table.getSelectionIndex();
        if (!filling && index >= 0) {
            rows.set(index, rows.get(index).named(name.getText().strip()));
            fill(table.getItem(index), rows.get(index));
            check();
        }
    }

    private void selected() {
        ConfigRow row = table.getSelectionCount() == 1 ? rows.get(table.getSelectionIndex()) : null;
        filling = true;
        name.setText(row == null || row.isRefused() ? "" : row.name());
        filling = false;
        name.setEnabled(row != null && !row.isRefused());
        remove.setEnabled(table.getSelectionCount() > 0);
        details.setText(row == null ? Messages.text("import.configs.hint") : row.isRefused() ? row.problem()
                : details(row));
    }

    private static String details(ConfigRow row) {
        Stream<String> counts = Stream.of(Messages.text("master.counts.total", exact(row.counts().total())),
                Messages.text("master.counts.active", exact(row.counts().active())),
                Messages.text("master.counts.nonEmbedding", exact(row.counts().nonEmbedding())));
        Stream<String> parts = row.counts().parts().entrySet().stream().map(part -> Messages.text("master.counts.part",
                part.getKey().text(Locale.getDefault()), exact(part.getValue())));
        Stream<String> defaults = row.config().defaults().isEmpty() ? Stream.empty()
                : Stream.of(Messages.text("import.defaults", row.config().defaults().stream()
                        .map(ConfigPage::shown).collect(Collectors.joining(", "))));
        Stream<String> text = row.config().isTextPart() ? Stream.of(Messages.text("import.textPart")) : Stream.empty();
        return Stream.of(counts, parts, text, defaults).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    private static String shown(Default filled) {
        return filled.field() + " = " + filled.value();
    }

    private static String exact(long count) {
        return NumberFormat.getIntegerInstance().format(count);
    }

    private List<ConfigRow> wanted() {
        List<ConfigRow> wanted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (table.getItem(i).getChecked() && !rows.get(i).isRefused()) {
                wanted.add(rows.get(i));
            }
        }
        return wanted;
    }

    private void check() {
        List<ConfigRow> wanted = wanted();
        long refused = rows.stream().filter(ConfigRow::isRefused).count();
        boolean isNameless = wanted.stream().anyMatch(row -> row.name().isBlank());
        setErrorMessage(isNameless ? Messages.text("import.noName") : null);
        if (refused > 0) {
            setMessage(Messages.text("import.someRefused", refused, rows.size()), IMessageProvider.WARNING);
        } else {
            setMessage(rows.isEmpty() ? null : Messages.text("import.ready", wanted.size()));
        }
        setPageComplete(!wanted.isEmpty() && !isNameless);
    }

    @Override
    public boolean take() throws RefusedException, StudyFileException {
        List<NamedConfig> configs = wanted().stream()
                .map(row -> new NamedConfig(row.name(), row.path().getFileName().toString(), row.config())).toList();
        String title = configs.size() == 1 ? configs.getFirst().name() : Messages.text("import.study");
        Study study = ModelStudy.of(configs, title, LocalDate.now().toString());
        return target.take(study, title);
    }

    @Override
    public void dispose() {
        if (job != null) {
            job.abandon();
        }
        super.dispose();
    }

    Table table() {
        return table;
    }

    Text details() {
        return details;
    }
}
