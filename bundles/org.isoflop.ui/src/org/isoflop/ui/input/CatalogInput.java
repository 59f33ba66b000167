package org.isoflop.ui.input;

import java.util.List;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.isoflop.core.catalog.EntryCopy;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.study.Studies;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.catalog.Shelves;

/** An entry of the catalog with its sources as a study: it can be edited, and saving asks where. */
public final class CatalogInput extends UntitledInput implements IPersistableElement {

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
        super(name);
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
    public boolean isUnsaved() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Shelves.icon(kind).descriptor();
    }

    @Override
    public String getToolTipText() {
        return Messages.text("input.catalog", getName());
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return Ids.INPUT_FACTORY;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(InputFactory.KIND, kind.name());
        memento.putString(InputFactory.ENTRY, id);
        memento.putString(InputFactory.NAME, getName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogInput that && kind == that.kind && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
