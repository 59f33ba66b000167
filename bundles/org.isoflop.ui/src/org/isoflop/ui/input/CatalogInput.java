package org.isoflop.ui.input;

import java.util.List;

import org.eclipse.ui.IMemento;
import org.isoflop.core.catalog.EntryCopy;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.study.Studies;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.catalog.Shelves;

/** An entry of the catalog with its sources as a study: it can be edited, and saving asks where. */
public final class CatalogInput extends ShippedInput {

    private final Kind kind;
    private final String id;

    /**
     * Creates the input.
     *
     * @param kind
     *            the kind of the entry
     * @param id
     *            the id of the entry
     * @param name
     *            its name
     */
    public CatalogInput(Kind kind, String id, String name) {
        super(name, List.of(kind, id), Shelves.icon(kind).descriptor(), "input.catalog");
        this.kind = kind;
        this.id = id;
    }

    @Override
    public byte[] content() {
        EntryCopy copy = EntryCopy.of(kind, List.of(id));
        copy.study().setId("study-" + id);
        copy.study().setName(copy.entries().getFirst().getName());
        try {
            return Studies.write(copy.study());
        } catch (StudyFileException e) {
            throw new IllegalStateException(id, e);
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(InputFactory.KIND, kind.name());
        memento.putString(InputFactory.ENTRY, id);
        memento.putString(InputFactory.NAME, getName());
    }
}
