package org.isoflop.ui.strategy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.isoflop.analysis.graph.Working;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.comparison.Comparison;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Paths;
import org.isoflop.model.Scenario;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;
import org.isoflop.ui.ThemeWatch;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.form.FormHost;

/**
 * The strategies of the chosen scenario side by side, and below them how the number that is selected came about and how
 * its strategy stands. Results follow every change of the study. Belongs to the UI thread.
 */
public final class StrategyBoard {

    private static final int[] HALVES = {58, 42};
    private static final int[] PANES = {70, 30};
    private static final Color SAME_LIGHT = new Color(0x70, 0x70, 0x70);
    private static final Color SAME_DARK = new Color(0xa0, 0xa0, 0xa0);
    private static final String CSV = ".csv";

    private final FormHost host;
    private final Runnable selected;
    private final Composite control;
    private final Combo scenarios;
    private final ToolItem add;
    private final ToolItem duplicate;
    private final ToolItem delete;
    private final ToolItem copy;
    private final ToolItem export;
    private final CLabel status;
    private final Composite stack;
    private final Link empty;
    private final SashForm halves;
    private final StrategyTable table;
    private final WorkingPane working;
    private final Text verdict;
    private Study study;
    private StudyData data;
    private Scenario scenario;
    private String evaluated;
    private StudyData evaluatedData;
    private Comparison comparison;
    private EvaluationJob job;

    /**
     * Creates the board.
     *
     * @param parent
     *            a composite with a grid of one column
     * @param host
     *            the form around it
     * @param selected
     *            hears that something else is selected
     */
    public StrategyBoard(Composite parent, FormHost host, Runnable selected) {
        this.host = host;
        this.selected = selected;
        control = new Composite(parent, SWT.NONE);
        host.adapt(control);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(control);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(control);
        Composite bar = new Composite(control, SWT.NONE);
        host.adapt(bar);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Label label = new Label(bar, SWT.NONE);
        host.adapt(label);
        label.setText(Messages.text("strategies.scenario"));
        scenarios = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(scenarios);
        scenarios.addListener(SWT.Selection, event -> choose(study.getScenarios().get(scenarios.getSelectionIndex())));
        ToolBar tools = new ToolBar(bar, SWT.FLAT | SWT.HORIZONTAL);
        host.adapt(tools);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), tools);
        add = tool(tools, images, Icon.ADD, "strategies.add", this::add);
        duplicate = tool(tools, images, Icon.DUPLICATE, "strategies.duplicate", this::duplicate);
        delete = tool(tools, images, Icon.DELETE, "strategies.delete", this::delete);
        separator(tools);
        copy = tool(tools, images, Icon.TABLE, "strategies.copy",
                () -> Notice.copy(comparison.text(Locale.getDefault())));
        export = tool(tools, images, Icon.EXPORT, "strategies.export", this::export);
        separator(tools);
        tool(tools, images, Icon.STRATEGY, "strategies.compare", StrategyBoard::compare);
        status = new CLabel(bar, SWT.NONE);
        host.adapt(status);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(status);
        stack = new Composite(control, SWT.NONE);
        host.adapt(stack);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(stack);
        empty = new Link(stack, SWT.WRAP);
        host.adapt(empty);
        empty.addListener(SWT.Selection, event -> {
            if (event.text.equals("add")) {
                add();
            } else {
                compare();
            }
        });
        halves = new SashForm(stack, SWT.VERTICAL | SWT.SMOOTH);
        host.adapt(halves);
        Color same = ThemeWatch.of(parent) == Theme.DARK ? SAME_DARK : SAME_LIGHT;
        table = new StrategyTable(halves, host, same, this::say, new StrategyTable.Listener() {
            @Override
            public void focused() {
                explain();
                selected.run();
            }

            @Override
            public void opened() {
                if (table().row() instanceof Row.Result) {
                    working().viewer().getTree().setFocus();
                }
            }
        });
        SashForm panes = new SashForm(halves, SWT.HORIZONTAL | SWT.SMOOTH);
        host.adapt(panes);
        working = new WorkingPane(panes, host, this::reveal);
        verdict = new Text(panes, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
        host.adapt(verdict);
        panes.setWeights(PANES);
        halves.setWeights(HALVES);
        control.addDisposeListener(event -> cancel());
    }

    private static ToolItem tool(ToolBar tools, LocalResourceManager images, Icon icon, String key, Runnable action) {
        ToolItem item = new ToolItem(tools, SWT.PUSH);
        item.setImage(images.create(icon.descriptor()));
        item.setToolTipText(Messages.text(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private static ToolItem separator(ToolBar tools) {
        return new ToolItem(tools, SWT.SEPARATOR);
    }

    private static void compare() {
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        try {
            handlers.executeCommand(Ids.COMPARE, null);
        } catch (CommandException e) {
            Log.error(Ids.COMPARE, e);
        }
    }

    StrategyTable table() {
        return table;
    }

    WorkingPane working() {
        return working;
    }

    /** The words about the strategy that is selected. */
    String verdict() {
        return verdict.getText();
    }

    /** The comparison that is shown, or null as long as there is none. */
    Comparison comparison() {
        return comparison;
    }

    /**
     * Shows what a study holds now.
     *
     * @param shown
     *            the study
     * @param records
     *            the study as calculations read it
     */
    public void show(Study shown, StudyData records) {
        boolean other = shown != study;
        study = shown;
        data = records;
        if (scenario == null || scenario.eContainer() != study) {
            String id = scenario == null ? null : scenario.getId();
            scenario = study.getScenarios().stream().filter(one -> id != null && id.equals(one.getId())).findFirst()
                    .or(() -> study.getScenarios().stream().findFirst()).orElse(null);
        }
        if (other) {
            comparison = null;
        }
        fill();
    }

    private void choose(Scenario chosen) {
        if (chosen != scenario) {
            scenario = chosen;
            comparison = null;
            fill();
            selected.run();
        }
    }

    private void fill() {
        String[] names = study.getScenarios().stream().map(Names::of).toArray(String[]::new);
        if (!List.of(names).equals(List.of(scenarios.getItems()))) {
            scenarios.setItems(names);
            scenarios.getParent().layout();
        }
        int index = study.getScenarios().indexOf(scenario);
        if (index >= 0 && scenarios.getSelectionIndex() != index) {
            scenarios.select(index);
        }
        scenarios.setEnabled(names.length > 0);
        if (scenario == null || scenario.getStrategies().isEmpty()) {
            cancel();
            comparison = null;
            evaluated = null;
            empty.setText(Messages.text(scenario == null ? "strategies.noScenario" : "strategies.none"));
            put(empty);
            say("");
        } else {
            put(halves);
            table.show(new Sheet(host, scenario, comparison));
            evaluate();
            explain();
        }
        enable();
    }

    private void put(Control shown) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != shown) {
            layout.topControl = shown;
            stack.layout();
        }
    }

    private void enable() {
        boolean strategy = strategy() != null;
        add.setEnabled(host.isEditable());
        duplicate.setEnabled(host.isEditable() && strategy);
        delete.setEnabled(host.isEditable() && strategy);
        copy.setEnabled(comparison != null);
        export.setEnabled(comparison != null);
    }

    private void evaluate() {
        if (data == evaluatedData && Objects.equals(evaluated, scenario.getId())) {
            return;
        }
        cancel();
        evaluated = scenario.getId();
        evaluatedData = data;
        job = new EvaluationJob(control.getDisplay(), data, evaluated, this::evaluated, this::failed);
        job.schedule();
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void evaluated(Comparison result) {
        if (control.isDisposed()) {
            return;
        }
        job = null;
        comparison = result;
        say("");
        table.show(new Sheet(host, scenario, comparison));
        explain();
        enable();
    }

    private void failed(String sentence) {
        if (!control.isDisposed()) {
            job = null;
            comparison = null;
            say(sentence);
            table.show(new Sheet(host, scenario, null));
            explain();
            enable();
        }
    }

    private void say(String sentence) {
        if (!status.isDisposed() && !sentence.equals(status.getText())) {
            status.setText(sentence);
            status.setToolTipText(sentence.isEmpty() ? null : sentence);
        }
    }

    /** Whether another board stands in its place, as after a change of the theme. */
    boolean isGone() {
        return control.isDisposed();
    }

    /** Whether results are still on their way. */
    boolean isEvaluating() {
        return job != null;
    }

    /** Says below the table what is selected in it; as long as nothing is, the table has all the room. */
    private void explain() {
        if (table.row() == null) {
            halves.setMaximizedControl(table.viewer().getTree());
        } else if (!(table.row() instanceof Row.Said)) {
            halves.setMaximizedControl(null); // Not while a cell is edited, which would move away.
        }
        int column = table.column();
        StrategyResult result = column < 0 || table.sheet() == null ? null : table.sheet().result(column);
        String words = result == null ? "" : VerdictText.of(result);
        if (!words.equals(verdict.getText())) {
            verdict.setText(words);
        }
        Working shown = null;
        if (result != null && table.row() instanceof Row.Result row && result.result() != null
                && result.result().graph().has(row.measure().id())) {
            shown = result.result().graph().working(row.measure().id());
        }
        String reason = shown == null && table.row() instanceof Row.Result row && column >= 0
                ? table.sheet().reason(row, column)
                : null;
        working.show(result == null ? "" : Comparison.name(result, Locale.getDefault()), shown, reason);
        enable();
    }

    private void reveal(String path) {
        Paths.find(study, path).ifPresent(place -> host.reveal(place.object(), place.feature()));
    }

    /** The strategy whose column has the focus, or null. */
    private Strategy strategy() {
        int column = table.column();
        return scenario == null || column < 0 || column >= scenario.getStrategies().size() ? null
                : scenario.getStrategies().get(column);
    }

    private void add() {
        if (scenario == null) {
            scenario = (Scenario) host.add(study, Literals.STUDY__SCENARIOS, Literals.SCENARIO);
            fill();
        } else {
            point((Strategy) host.add(scenario, Literals.SCENARIO__STRATEGIES, Literals.STRATEGY), false);
        }
    }

    /** Adds a copy of the strategy, ready for the one change that is to be tried. */
    void duplicate() {
        Strategy strategy = strategy();
        if (strategy != null) {
            boolean edit = table.row() instanceof Row.Said;
            point((Strategy) host.duplicate(strategy), edit);
        }
    }

    private void point(Strategy strategy, boolean edit) {
        int column = scenario.getStrategies().indexOf(strategy);
        Row row = table.row() instanceof Row.Said said ? said : table.sheet().roots().stream()
                .filter(Row.Taken.class::isInstance).flatMap(root -> table.sheet().below(root).stream()).findFirst()
                .map(Row.class::cast).orElse(new Row.Verdict());
        table.viewer().getTree().setFocus();
        table.select(row, column);
        explain();
        if (edit) {
            table.edit(row, column);
        }
    }

    private void delete() {
        Strategy strategy = strategy();
        if (strategy != null) {
            host.delete(List.of(strategy));
        }
    }

    private void export() {
        FileDialog dialog = new FileDialog(control.getShell(), SWT.SAVE);
        dialog.setText(Messages.text("strategies.export.title"));
        dialog.setFilterExtensions(new String[] {"*" + CSV});
        dialog.setFileName(scenario.getId() + CSV);
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            write(Path.of(file.toLowerCase(Locale.ROOT).endsWith(CSV) ? file : file + CSV));
        }
    }

    /** Writes the table in a job, and says in words if it cannot be written. */
    Job write(Path file) {
        Shell shell = control.getShell();
        String csv = comparison.csv();
        Job writing = Job.create(Messages.text("strategies.export.writing", file), (ICoreRunnable) monitor -> {
            try {
                Files.writeString(file, csv, StandardCharsets.UTF_8);
            } catch (IOException e) {
                String sentence = Faults.sentence(e, "strategies.export.failed", file);
                shell.getDisplay().asyncExec(() -> MessageDialog.openError(shell.isDisposed() ? null : shell,
                        Messages.text("strategies.export.title"), sentence));
            }
        });
        writing.schedule();
        return writing;
    }

    /**
     * Returns what of the study is selected.
     *
     * @return a step or a strategy, or the scenario, or null
     */
    public EObject selection() {
        Strategy strategy = strategy();
        if (strategy == null) {
            return scenario;
        }
        EObject step = switch (table.row()) {
            case Row.Said said -> table.sheet().step(said.step(), table.column());
            case Row.Taken taken -> table.sheet().step(taken, table.column());
            case null, default -> null;
        };
        return step == null ? strategy : step;
    }

    /**
     * Selects an object of the study.
     *
     * @param object
     *            a scenario, or something within one; others are not shown here
     */
    public void select(EObject object) {
        EObject strategy = object;
        while (strategy != null && !(strategy instanceof Strategy) && !(strategy instanceof Scenario)) {
            strategy = strategy.eContainer();
        }
        EObject around = strategy instanceof Strategy ? strategy.eContainer() : strategy;
        if (around instanceof Scenario found && found.eContainer() == study) {
            choose(found);
            if (strategy instanceof Strategy one) {
                table.select(new Row.Verdict(), found.getStrategies().indexOf(one));
                explain();
            }
        }
    }

    /** Takes what is being typed in a cell. */
    public void commit() {
        if (table.viewer().isCellEditorActive()) {
            table.viewer().applyEditorValue();
        }
    }

    /**
     * Tells whether a cell is being edited.
     *
     * @return true while its editor is open
     */
    public boolean isTyping() {
        return table.viewer().isCellEditorActive();
    }

    /** Puts the focus into the table, or on the sentence that stands for it. */
    public void setFocus() {
        if (((StackLayout) stack.getLayout()).topControl == empty) {
            empty.setFocus();
        } else {
            table.viewer().getTree().setFocus();
        }
    }
}
