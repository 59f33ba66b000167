package org.isoflop.ui.input;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;

/** A copy of a shipped example: it can be edited, and saving asks where. */
public final class ExampleInput extends UntitledInput implements IPersistableElement {

    private final String example;

    /**
     * Creates the input.
     *
     * @param example
     *            name of the example
     */
    public ExampleInput(String example) {
        super(example);
        this.example = example;
    }

    /**
     * Returns the example's name.
     *
     * @return the name
     */
    public String example() {
        return example;
    }

    @Override
    public byte[] content() {
        return Examples.content(example);
    }

    @Override
    public boolean isUnsaved() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icon.EXAMPLE.descriptor();
    }

    @Override
    public String getToolTipText() {
        return Messages.text("input.example", example);
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
        memento.putString(InputFactory.EXAMPLE, example);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExampleInput that && example.equals(that.example);
    }

    @Override
    public int hashCode() {
        return example.hashCode();
    }
}
