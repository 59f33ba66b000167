package org.isoflop.ui.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.fit.Simulation;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.Across;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.chart.LawCharts;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.fit.RunsWriter;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;

/** Runs that were never trained: the losses of a law with noise, to learn and to see what a design can tell. */
final class SimulationPage extends FitPage {

    private static final String NAME = "simulated-runs.csv";
    private static final int MOST_BUDGETS = 50;
    private static final int WIDTH = 180;
    /** Tokens per parameter of the middle of a budget where the law knows no best model. */
    private static final double USUAL_RATIO = 20;

    private final Consumer<RunsFile> fit;
    private Combo law;
    private Combo design;
    private Text budgets;
    private Spinner sizes;
    private NumberInput factor;
    private NumberInput noise;
    private Spinner seed;
    private Button fitThem;
    private Button save;
    private List<LawChoice> laws = List.of();
    private volatile RunsFile simulated;
    private FitSession session;

    /**
     * Creates the page.
     *
     * @param fit
     *            opens the wizard with runs
     */
    SimulationPage(Consumer<RunsFile> fit) {
        super("simulation");
        this.fit = fit;
    }

    @Override
    boolean usesLaws() {
        return true;
    }

    @Override
    boolean needsFit() {
        return false;
    }

    @Override
    void createOptions(Composite parent) {
        law = combo(parent, "fit.simulation.law", List.of());
        design = combo(parent, "fit.simulation.design", List.of(Messages.text("fit.simulation.grid")));
        Composite pair = pair(parent);
        new Label(pair, SWT.NONE).setText(Messages.text("fit.simulation.budgets"));
        budgets = new Text(pair, SWT.BORDER | SWT.SINGLE);
        budgets.setText("1e18; 1e19; 1e20; 1e21");
        GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(budgets);
        budgets.addListener(SWT.Modify, event -> changed());
        sizes = spinner(parent, "fit.simulation.sizes", 2, 99, 9);
        factor = new NumberInput(pair(parent), "fit.simulation.factor", Unit.ONE, "1.5", false, this::changed);
        noise = new NumberInput(pair(parent), "fit.simulation.noise", Unit.ONE, "0.005", true, this::changed);
        seed = spinner(parent, "fit.method.seed", 0, Integer.MAX_VALUE, 1);
        fitThem = button(parent, "fit.simulation.fit", () -> fit.accept(simulated));
        save = button(parent, "fit.simulation.save", this::save);
    }

    private Spinner spinner(Composite parent, String key, int least, int most, int value) {
        Composite pair = pair(parent);
        new Label(pair, SWT.NONE).setText(Messages.text(key));
        Spinner spinner = new Spinner(pair, SWT.BORDER);
        spinner.setValues(value, least, most, 0, 1, 10);
        spinner.addListener(SWT.Modify, event -> changed());
        return spinner;
    }

    private Button button(Composite parent, String key, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(Messages.text(key));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    @Override
    void fill(FitSession next, List<LawChoice> choices) {
        session = next;
        laws = choices.stream().filter(one -> LawCharts.canDraw(one.law(), Across.PARAMETERS)).toList();
        refill(law, laws.stream().map(LawChoice::name).toList(), 0);
        List<String> designs = new ArrayList<>(List.of(Messages.text("fit.simulation.grid")));
        if (session != null) {
            designs.add(Messages.text("fit.simulation.same"));
        }
        refill(design, designs, 0);
    }

    @Override
    Calculation calculation(FitSession shown) {
        boolean grid = design.getSelectionIndex() <= 0;
        budgets.setEnabled(grid);
        sizes.setEnabled(grid);
        factor.setEnabled(grid);
        simulated = null;
        enable(false);
        String problem = laws.isEmpty() ? Messages.text("fit.simulation.noLaw") : noise.problem();
        List<Double> computes = grid ? budgets() : List.of();
        if (problem == null && grid) {
            problem = computes == null ? Messages.text("fit.simulation.budgets.wrong", MOST_BUDGETS)
                    : factor.value() <= 1 ? Messages.text("fit.simulation.factor.small") : factor.problem();
        }
        if (problem != null) {
            String sentence = problem;
            return cancelled -> new FitPicture(null, null, sentence);
        }
        Law truth = laws.get(law.getSelectionIndex()).law();
        double spread = noise.value();
        double step = factor.value();
        int count = sizes.getSelection();
        int number = seed.getSelection();
        Runs places = grid ? null : session.answer().runs();
        return cancelled -> {
            Runs wanted = grid ? grid(truth, computes, count, step) : places;
            Runs runs = Simulation.simulate(truth, wanted, spread, number);
            RunsFile file = RunsFile.read(RunsWriter.write(runs), NAME, Map.of());
            simulated = file;
            law.getDisplay().asyncExec(() -> enable(simulated == file));
            return new FitPicture(FitCharts.points(file, Set.of(), Across.COMPUTE, FitCharts.NONE, locale()),
                    table(file), Messages.text("fit.simulation.sentence", runs.size()));
        };
    }

    private void enable(boolean there) {
        if (!save.isDisposed()) {
            fitThem.setEnabled(there);
            save.setEnabled(there);
        }
    }

    /** The budgets that are typed, or null if one is none. */
    private List<Double> budgets() {
        try {
            List<Double> values = Arrays.stream(budgets.getText().split(";")).map(String::strip)
                    .filter(text -> !text.isEmpty()).map(text -> Quantities.parse(text, Unit.FLOP)).toList();
            boolean usable = !values.isEmpty() && values.size() <= MOST_BUDGETS
                    && values.stream().allMatch(value -> value > 0);
            return usable ? values : null;
        } catch (QuantityFormatException e) {
            return null;
        }
    }

    /** For each budget sizes about the best one, each larger than the one before by a factor. */
    private static Runs grid(Law law, List<Double> computes, int count, double factor) {
        List<Run> runs = new ArrayList<>();
        for (double compute : computes) {
            double middle = law.answers().contains(Answer.ALLOCATION) ? law.optimum(compute).parameters()
                    : Math.sqrt(compute / (6 * USUAL_RATIO));
            for (int i = 0; i < count; i++) {
                double n = middle * Math.pow(factor, i - (count - 1) / 2.0);
                runs.add(new Run(n, compute / (6 * n), Double.NaN, compute, 1, null));
            }
        }
        return new Runs(runs);
    }

    private static FitTable table(RunsFile file) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < file.runs().size(); i++) {
            rows.add(List.of(RunTexts.cells(file.runs().get(i), i + 1)));
        }
        return new FitTable(List.of(Messages.text("fit.table.run"), Messages.text("fit.table.parameters"),
                Messages.text("fit.table.tokens"), Messages.text("fit.table.compute"),
                Messages.text("fit.table.loss")), rows, List.of());
    }

    private void save() {
        FileDialog dialog = new FileDialog(save.getShell(), SWT.SAVE);
        dialog.setText(Messages.text("fit.simulation.save.title"));
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setFileName(NAME);
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            write(simulated, Path.of(file.toLowerCase(Locale.ROOT).endsWith(".csv") ? file : file + ".csv"));
        }
    }

    /** Writes runs in a job, and says in words if they cannot be written. */
    Job write(RunsFile runs, Path file) {
        Shell shell = save.getShell();
        Job job = Job.create(Messages.text("fit.simulation.saving", file), (ICoreRunnable) monitor -> {
            try {
                Files.write(file, RunsWriter.write(runs.runs()));
            } catch (IOException e) {
                String sentence = Faults.sentence(e, "fit.simulation.notSaved", file);
                shell.getDisplay().asyncExec(() -> MessageDialog.openError(shell.isDisposed() ? null : shell,
                        Messages.text("fit.simulation.save.title"), sentence));
            }
        });
        job.schedule();
        return job;
    }

    /** The runs that are shown, or null. */
    RunsFile simulated() {
        return simulated;
    }
}
