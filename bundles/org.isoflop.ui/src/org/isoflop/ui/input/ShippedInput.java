package org.isoflop.ui.input;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;

/** A copy of something that comes with the program: it can be edited, saving asks where, and it can be opened again. */
public abstract sealed class ShippedInput extends UntitledInput implements IPersistableElement
        permits CatalogInput, ExampleInput {

    private final Object shipped;
    private final ImageDescriptor icon;
    private final String tip;

    /** What is shipped tells inputs of one class apart; the tip is the key of a text with the name. */
    ShippedInput(String name, Object shipped, ImageDescriptor icon, String tip) {
        super(name);
        this.shipped = shipped;
        this.icon = icon;
        this.tip = tip;
    }

    @Override
    public boolean isUnsaved() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return icon;
    }

    @Override
    public String getToolTipText() {
        return Messages.text(tip, getName());
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
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && shipped.equals(((ShippedInput) other).shipped);
    }

    @Override
    public int hashCode() {
        return shipped.hashCode();
    }
}
