package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;

/** The actions of a view that know themselves when they can run and whether they are on. */
public final class LiveActions {

    private final List<Live> actions = new ArrayList<>();

    /** One of them. */
    private static final class Live extends Action {

        private final Runnable action;
        private final BooleanSupplier enabled;
        private final BooleanSupplier checked;

        Live(String key, int style, Icon icon, Runnable action, BooleanSupplier enabled, BooleanSupplier checked) {
            super(Messages.text(key), style);
            this.action = action;
            this.enabled = enabled;
            this.checked = checked;
            setToolTipText(Messages.text(key).replace("&", "").replace("…", ""));
            if (icon != null) {
                setImageDescriptor(icon.descriptor());
            }
        }

        @Override
        public void run() {
            action.run();
        }

        void update() {
            setEnabled(enabled.getAsBoolean());
            if (checked != null) {
                setChecked(checked.getAsBoolean());
            }
        }
    }

    /**
     * Makes an action that does something.
     *
     * @param key
     *            the key of its text
     * @param icon
     *            its icon, or null
     * @param action
     *            what it does
     * @param enabled
     *            whether it can run
     * @return the action
     */
    public IAction push(String key, Icon icon, Runnable action, BooleanSupplier enabled) {
        return add(new Live(key, IAction.AS_PUSH_BUTTON, icon, action, enabled, null));
    }

    /**
     * Makes an action that switches something on and off.
     *
     * @param key
     *            the key of its text
     * @param icon
     *            its icon, or null
     * @param action
     *            what it does
     * @param enabled
     *            whether it can run
     * @param checked
     *            whether it is on
     * @return the action
     */
    public IAction check(String key, Icon icon, Runnable action, BooleanSupplier enabled, BooleanSupplier checked) {
        return add(new Live(key, IAction.AS_CHECK_BOX, icon, action, enabled, checked));
    }

    /** Makes an action that is one of several choices. */
    IAction radio(String key, Runnable action, BooleanSupplier checked) {
        return add(new Live(key, IAction.AS_RADIO_BUTTON, null, action, () -> true, checked));
    }

    private IAction add(Live action) {
        actions.add(action);
        return action;
    }

    /** Brings all of them in line with what the view shows. */
    public void update() {
        actions.forEach(Live::update);
    }
}
