package org.isoflop.ui;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.isoflop.model.Accelerator;
import org.isoflop.model.Architecture;
import org.isoflop.model.Chart;
import org.isoflop.model.Cluster;
import org.isoflop.model.Dataset;
import org.isoflop.model.Grid;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.LayerGroup;
import org.isoflop.model.RunTable;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Site;
import org.isoflop.model.Source;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;

/** The icons of the workbench, all drawn as SVG so that they stay sharp at every zoom. */
public enum Icon {

    /** The program. */
    ISOFLOP("isoflop"),
    /** The program, larger. */
    LOGO("isoflop-48"),
    /** A study. */
    STUDY("study"),
    /** An example study. */
    EXAMPLE("example"),
    /** A group of entries. */
    GROUP("group"),
    /** A language model. */
    MODEL("model"),
    /** A dataset. */
    DATA("data"),
    /** An accelerator. */
    HARDWARE("hardware"),
    /** A cluster. */
    CLUSTER("cluster"),
    /** A site. */
    SITE("site"),
    /** A power grid. */
    GRID("grid"),
    /** A scaling law. */
    LAW("law"),
    /** A scenario. */
    SCENARIO("scenario"),
    /** A strategy. */
    STRATEGY("strategy"),
    /** A step of a strategy. */
    STEP("step"),
    /** A source. */
    SOURCE("source"),
    /** A chart. */
    CHART("chart"),
    /** What ships with the product. */
    CATALOG("catalog"),
    /** A single value. */
    VALUE("value"),
    /** To make a new study. */
    NEW("new"),
    /** To open a file. */
    OPEN("open"),
    /** The welcome page. */
    WELCOME("welcome"),
    /** To add something. */
    ADD("add"),
    /** To copy something beside itself. */
    DUPLICATE("duplicate"),
    /** To delete something. */
    DELETE("delete"),
    /** To move something up. */
    UP("up"),
    /** To move something down. */
    DOWN("down"),
    /** To edit something whole. */
    EDIT("edit"),
    /** Shows all of a chart. */
    ZOOM_RESET("zoom-reset"),
    /** Goes back to the zoom before. */
    ZOOM_UNDO("zoom-undo"),
    /** Takes back the way back. */
    ZOOM_REDO("zoom-redo"),
    /** Measures between two points. */
    MEASURE("measure"),
    /** Sliders. */
    SLIDERS("sliders"),
    /** Keeps curves to compare with. */
    REFERENCE("reference"),
    /** Numbers as a table. */
    TABLE("table"),
    /** Writes a file. */
    EXPORT("export"),
    /** Pins a view to what it shows. */
    PIN("pin"),
    /** Curves of loss against parameters. */
    ISOFLOP_CHART("isoflop-chart"),
    /** Returns that diminish. */
    RETURNS_CHART("returns-chart"),
    /** A law fitted to runs. */
    FIT("fit");

    private final String file;

    Icon(String file) {
        this.file = file;
    }

    /**
     * Returns the icon's descriptor.
     *
     * @return the descriptor
     */
    public ImageDescriptor descriptor() {
        String path = "icons/" + file + ".svg";
        return ResourceLocator.imageDescriptorFromBundle(Ids.BUNDLE, path)
                .orElseThrow(() -> new IllegalStateException(path));
    }

    /**
     * The icon of an object of a study.
     *
     * @param object
     *            any object of the model
     * @return the icon of its class
     */
    public static Icon of(EObject object) {
        return switch (object) {
            case Study study -> STUDY;
            case LanguageModel model -> MODEL;
            case Architecture architecture -> GROUP;
            case LayerGroup layers -> GROUP;
            case Dataset dataset -> DATA;
            case Accelerator accelerator -> HARDWARE;
            case Cluster cluster -> CLUSTER;
            case Site site -> SITE;
            case Grid grid -> GRID;
            case ScalingLaw law -> LAW;
            case RunTable table -> TABLE;
            case Scenario scenario -> SCENARIO;
            case Strategy strategy -> STRATEGY;
            case Step step -> STEP;
            case Source source -> SOURCE;
            case Chart chart -> CHART;
            default -> VALUE;
        };
    }
}
