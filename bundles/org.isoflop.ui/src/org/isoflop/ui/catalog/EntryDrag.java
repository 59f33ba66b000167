package org.isoflop.ui.catalog;

import java.util.function.Supplier;

import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;

/** Drags entries of the catalog as a small study, which the outline and other programs take. */
final class EntryDrag extends DragSourceAdapter {

    private final Supplier<String> text;
    private String dragged;

    /** The text is that of the selected entries, or null if there are none. */
    EntryDrag(Supplier<String> text) {
        this.text = text;
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        dragged = text.get();
        event.doit = dragged != null;
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        event.data = dragged;
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        dragged = null;
    }
}
