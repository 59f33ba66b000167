package org.isoflop.ui.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.widgets.Composite;
import org.isoflop.core.csv.CsvTable;
import org.isoflop.core.models.ModelColumn;
import org.isoflop.core.models.ModelsFile;
import org.isoflop.core.models.ModelsStudy;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Messages;
import org.isoflop.ui.csv.TableFilePage;
import org.isoflop.ui.csv.TableKind;
import org.isoflop.ui.edit.RefusedException;

/** Asks for a table of models, shows it, and says which of its columns are which. */
final class TablePage extends TableFilePage<ModelColumn, ModelsFile> implements ImportPage {

    private static final TableKind<ModelColumn, ModelsFile> MODELS = new TableKind<>(ModelColumn.class,
            ModelsFile.MAXIMUM_BYTES, columns -> CsvTable.NONE.equals(columns.get(ModelColumn.NAME))
                    ? Messages.text("import.table.noName")
                    : null,
            ModelsFile::read);

    private final Target target;
    private final Path first;
    private ModelsFile models;

    TablePage(Target target, Path first) {
        super("table", MODELS, new Size(124, 10, 5, 1));
        this.target = target;
        this.first = first;
        setTitle(Messages.text("import.table.title"));
        setDescription(Messages.text("import.table.description"));
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        if (first != null) {
            choose(first.toString());
        }
    }

    @Override
    protected void createBelow(Composite page) {
        target.create(page);
    }

    @Override
    protected String files() {
        return Messages.text("import.table.csv");
    }

    @Override
    protected List<Path> recent() {
        return null;
    }

    @Override
    protected String label(ModelColumn column) {
        return Messages.text("import.column." + column.key());
    }

    @Override
    protected String meaning(ModelColumn column) {
        return label(column).toLowerCase(Locale.getDefault());
    }

    @Override
    protected String take(ModelsFile content, Path from) {
        models = content;
        return Messages.text("import.table.read", models.rows().size());
    }

    @Override
    protected void forget() {
        models = null;
    }

    @Override
    public boolean take() throws RefusedException, StudyFileException {
        String name = models.name().replaceFirst("(?<=.)\\.[^.]*$", "");
        return target.take(ModelsStudy.of(models, name), name);
    }
}
