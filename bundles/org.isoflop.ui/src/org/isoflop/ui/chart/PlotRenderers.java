package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;

/** The renderers that are installed, and the one that the user wants charts to be drawn by. */
public final class PlotRenderers {

    /** The preference that holds the id of the renderer; unset, the one of the highest rank draws. */
    public static final String PREFERENCE = "plotRenderer";

    /**
     * A renderer that is installed.
     *
     * @param id
     *            its stable id
     * @param name
     *            what users call it
     */
    public record Kind(String id, String name) {
    }

    private PlotRenderers() {
    }

    /**
     * Lists what is installed.
     *
     * @return the kinds, that of the highest rank first
     */
    public static List<Kind> installed() {
        return elements().stream().map(one -> new Kind(one.getAttribute("id"), one.getAttribute("name"))).toList();
    }

    /**
     * Says which kind draws charts.
     *
     * @return the kind that the user has chosen if it is installed, or else that of the highest rank
     */
    public static Kind current() {
        String chosen = preferences().get(PREFERENCE, "");
        List<Kind> installed = installed();
        return installed.stream().filter(kind -> kind.id().equals(chosen)).findFirst().orElse(installed.getFirst());
    }

    /**
     * Makes a renderer of the current kind. One that cannot be made is logged, and the next in rank draws.
     *
     * @param parent
     *            where its control is created
     * @return the renderer
     */
    static PlotRenderer create(Composite parent) {
        Kind current = current();
        List<IConfigurationElement> order = new ArrayList<>(elements());
        order.sort(Comparator.comparing(one -> !one.getAttribute("id").equals(current.id())));
        for (IConfigurationElement element : order) {
            try {
                return ((PlotRendererFactory) element.createExecutableExtension("class")).create(parent);
            } catch (CoreException | LinkageError e) {
                Log.error("The renderer " + element.getAttribute("id") + " cannot be used.", e);
            }
        }
        throw new IllegalStateException("No renderer of charts is installed.");
    }

    /** Calls back on the UI thread whenever another kind is to draw, until the control is disposed. */
    static void onChange(Control control, Runnable changed) {
        IEclipsePreferences preferences = preferences();
        IPreferenceChangeListener listener = event -> {
            if (PREFERENCE.equals(event.getKey())) {
                control.getDisplay().execute(() -> {
                    if (!control.isDisposed()) {
                        changed.run();
                    }
                });
            }
        };
        preferences.addPreferenceChangeListener(listener);
        control.addDisposeListener(event -> preferences.removePreferenceChangeListener(listener));
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
    }

    private static List<IConfigurationElement> elements() {
        List<IConfigurationElement> elements = new ArrayList<>(
                List.of(Platform.getExtensionRegistry().getConfigurationElementsFor(Ids.PLOT_RENDERERS)));
        elements.sort(Comparator.comparingInt(PlotRenderers::rank).reversed());
        return elements;
    }

    private static int rank(IConfigurationElement element) {
        try {
            return Integer.parseInt(element.getAttribute("rank"));
        } catch (NumberFormatException e) {
            Log.error("The rank of the renderer " + element.getAttribute("id") + " is not a number.", e);
            return 0;
        }
    }
}
