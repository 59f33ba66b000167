package org.isoflop.ui.input;

import org.eclipse.ui.IMemento;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.Icon;

/** A copy of a shipped example: it can be edited, and saving asks where. */
public final class ExampleInput extends ShippedInput {

    private final String example;

    /**
     * Creates the input.
     *
     * @param example
     *            name of the example
     */
    public ExampleInput(String example) {
        super(example, example, Icon.EXAMPLE.descriptor(), "input.example");
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
    public void saveState(IMemento memento) {
        memento.putString(InputFactory.EXAMPLE, example);
    }
}
