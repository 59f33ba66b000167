package org.isoflop.ui.input;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.isoflop.core.catalog.Kind;
import org.isoflop.ui.Log;

/** Restores the inputs of editors that were open when the window was closed. */
public final class InputFactory implements IElementFactory {

    static final String FILE = "file";
    static final String EXAMPLE = "example";
    static final String KIND = "kind";
    static final String ENTRY = "entry";
    static final String NAME = "name";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String example = memento.getString(EXAMPLE);
        if (example != null) {
            return new ExampleInput(example);
        }
        String entry = memento.getString(ENTRY);
        if (entry != null) {
            String wanted = memento.getString(KIND);
            return Stream.of(Kind.values()).filter(kind -> kind.name().equals(wanted)).findFirst()
                    .map(kind -> new CatalogInput(kind, entry, Objects.toString(memento.getString(NAME), entry)))
                    .orElse(null);
        }
        String file = memento.getString(FILE);
        try {
            return file == null ? null : new StudyFileInput(Path.of(file));
        } catch (InvalidPathException e) {
            Log.error(file, e);
            return null;
        }
    }
}
