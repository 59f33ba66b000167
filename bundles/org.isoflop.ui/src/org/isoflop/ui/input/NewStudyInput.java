package org.isoflop.ui.input;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.isoflop.ui.Icon;

/** A study that was just made; it is nowhere but in the window until it is saved. */
public final class NewStudyInput extends UntitledInput {

    private final byte[] content;

    /**
     * Creates the input.
     *
     * @param name
     *            name of the study
     * @param content
     *            a {@code .isoflop} file
     */
    public NewStudyInput(String name, byte[] content) {
        super(name);
        this.content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean isUnsaved() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icon.STUDY.descriptor();
    }

    // What was not saved is kept by the recovery, not by the layout of the window.
    @Override
    public IPersistableElement getPersistable() {
        return null;
    }
}
