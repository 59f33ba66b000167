package org.isoflop.ui;

import java.util.function.Consumer;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

/** Takes files that are dropped on a control. */
public final class FileDrop extends DropTargetAdapter {

    private final Consumer<String[]> taker;

    private FileDrop(Consumer<String[]> taker) {
        this.taker = taker;
    }

    /**
     * Lets files be dropped.
     *
     * @param control
     *            where
     * @param taker
     *            gets their paths, at least one
     */
    public static void onto(Control control, Consumer<String[]> taker) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new FileDrop(taker));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files && files.length > 0) {
            taker.accept(files);
        }
    }
}
