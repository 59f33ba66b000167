package org.isoflop.ui.input;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.isoflop.ui.Messages;

/** A study that stands in no file yet; saving asks for one. */
public abstract sealed class UntitledInput extends PlatformObject implements IEditorInput
        permits ShippedInput, NewStudyInput {

    private final String name;

    UntitledInput(String name) {
        this.name = name;
    }

    /**
     * Returns the study to begin with. This may block.
     *
     * @return a {@code .isoflop} file
     */
    public abstract byte[] content();

    /**
     * Tells whether closing the study unsaved would lose something, even if it was not edited.
     *
     * @return false if the same study can be opened again
     */
    public abstract boolean isUnsaved();

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public abstract ImageDescriptor getImageDescriptor();

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getToolTipText() {
        return Messages.text("input.untitled", name);
    }
}
