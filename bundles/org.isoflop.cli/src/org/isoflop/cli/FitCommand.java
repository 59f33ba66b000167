package org.isoflop.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.csv.CsvException;
import org.isoflop.core.fit.Column;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.FitJson;
import org.isoflop.core.fit.FitKeeper;
import org.isoflop.core.fit.FitRequest;
import org.isoflop.core.fit.Fits;
import org.isoflop.core.fit.Method;
import org.isoflop.core.fit.Prediction;
import org.isoflop.core.fit.RunsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fit}: the law of one's own runs. */
@Command(name = "fit")
final class FitCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common;

    @Parameters(arity = "1", paramLabel = "RUNS.csv", descriptionKey = "runs")
    String runs;

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "method", completionCandidates = Methods.class)
    String method;

    @Option(names = "--form", paramLabel = "FORM", descriptionKey = "form")
    String form;

    @Option(names = "--objective", paramLabel = "GOAL", descriptionKey = "goal", completionCandidates = Goals.class)
    String objective;

    @Option(names = "--delta", paramLabel = "DELTA", descriptionKey = "delta")
    String delta;

    @Option(names = "--drop-highest", paramLabel = "K", descriptionKey = "dropHighest")
    String dropHighest;

    @Option(names = "--starts", paramLabel = "STARTS", descriptionKey = "starts", completionCandidates = Places.class)
    String starts;

    @Option(names = "--bootstrap", paramLabel = "B", descriptionKey = "bootstrap")
    String bootstrap;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed")
    String seed;

    @Option(names = "--predict", paramLabel = "N,D", descriptionKey = "predict")
    String predict;

    @Option(names = "--holdout", paramLabel = "K", descriptionKey = "holdout")
    String holdout;

    @Option(names = "--against", paramLabel = "LAW", descriptionKey = "against")
    String against;

    @Option(names = "--save", paramLabel = "STUDY[#id]", descriptionKey = "save")
    String save;

    @Option(names = "--columns", paramLabel = "N=..,D=..,C=..,loss=..", descriptionKey = "columns")
    String columns;

    @Option(names = "--budget-tolerance", paramLabel = "T", descriptionKey = "budgetTolerance")
    String budgetTolerance;

    /** For the shell. */
    static final class Methods extends Names {
        Methods() {
            super(Choice.METHODS);
        }
    }

    /** For the shell. */
    static final class Goals extends Names {
        Goals() {
            super(Choice.OBJECTIVES);
        }
    }

    /** For the shell. */
    static final class Places extends Names {
        Places() {
            super(Choice.STARTS);
        }
    }

    FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FitRequest request = request();
        FitAnswer answer;
        try {
            answer = Fits.fit(read(), request, FitProgress.NONE);
        } catch (CsvException e) {
            throw new WrongInput(e.code(), e.message(console.locale()), e.file(), e.line(), e.column());
        }
        String saved = save == null ? null : save(answer);
        if (console.json()) {
            Map<String, Object> tree = FitJson.answer(answer);
            if (saved != null) {
                tree.put("saved", saved);
            }
            console.answer(tree);
        } else {
            new FitText(console).print(answer);
            if (saved != null) {
                console.print(console.text("fit.saved", saved));
            }
        }
        return ExitStatus.DONE;
    }

    private RunsFile read() throws IOException {
        Map<Column, String> mapped = columns();
        return runs.equals(Console.STANDARD_INPUT)
                ? RunsFile.read(console.in().readNBytes(RunsFile.MAXIMUM_BYTES + 1), runs, mapped)
                : RunsFile.read(console.path(runs), mapped);
    }

    private FitRequest request() {
        Method how = Choice.of(console, "--method", method, Choice.METHODS, Method.PARAMETRIC);
        if (how.isParametric()) {
            refuse(how, "--budget-tolerance", budgetTolerance);
        } else {
            refuse(how, "--form", form);
            refuse(how, "--objective", objective);
            refuse(how, "--starts", starts);
            refuse(how, "--predict", predict);
            refuse(how, "--holdout", holdout);
            refuse(how, "--against", against);
            if (how == Method.ENVELOPE) {
                refuse(how, "--budget-tolerance", budgetTolerance);
            }
        }
        if (how == Method.VPNLS) {
            refuse(how, "--objective", objective);
            refuse(how, "--starts", starts);
        }
        Objective.Kind kind = Choice.of(console, "--objective", objective, Choice.OBJECTIVES,
                how == Method.VPNLS ? Objective.Kind.MSE : Objective.Kind.HUBER);
        if (kind != Objective.Kind.HUBER || !how.isParametric()) {
            refuse(how.isParametric() ? "--objective " + kind.key() : "--method " + how.key(), "--delta", delta);
        }
        if (seed != null && bootstrap == null) {
            throw console.wrong("E_FIT_SEED");
        }
        Starts from = Choice.of(console, "--starts", starts, Choice.STARTS,
                how == Method.VPNLS ? Starts.VPNLS : Starts.GRID);
        double threshold = delta == null ? Objective.PUBLISHED_DELTA : console.quantity("--delta", delta, Unit.ONE);
        double tolerance = budgetTolerance == null
                ? IsoFlopFit.TOLERANCE
                : console.quantity("--budget-tolerance", budgetTolerance, Unit.ONE);
        Law law = against == null ? null : LawLookup.find(console, against).law().law();
        return new FitRequest(how, FitForm.of(form == null ? "chinchilla" : form), new Objective(kind, threshold), from,
                count("--drop-highest", dropHighest), count("--bootstrap", bootstrap), count("--seed", seed), place(),
                count("--holdout", holdout), law, tolerance);
    }

    private void refuse(Method how, String option, String value) {
        refuse("--method " + how.key(), option, value);
    }

    private void refuse(String beside, String option, String value) {
        if (value != null) {
            throw console.wrong("E_FIT_OPTION", option, beside);
        }
    }

    private int count(String option, String text) {
        if (text == null) {
            return 0;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw console.wrong("E_OPTION_COUNT", option, text);
        }
        throw console.wrong("E_OPTION_COUNT", option, text);
    }

    private Prediction.Place place() {
        if (predict == null) {
            return null;
        }
        String[] parts = predict.split(",", -1);
        if (parts.length != 2) {
            throw console.wrong("E_FIT_PREDICT", predict);
        }
        return new Prediction.Place(console.quantity("--predict", parts[0].strip(), Unit.PARAMETERS),
                console.quantity("--predict", parts[1].strip(), Unit.TOKENS));
    }

    private Map<Column, String> columns() {
        Map<Column, String> mapped = new EnumMap<>(Column.class);
        if (columns == null) {
            return mapped;
        }
        for (String part : columns.split(",", -1)) {
            int equals = part.indexOf('=');
            Column column = null;
            for (Column candidate : Column.values()) {
                if (equals > 0 && candidate.key().equalsIgnoreCase(part.substring(0, equals).strip())) {
                    column = candidate;
                }
            }
            if (column == null || part.substring(equals + 1).isBlank()
                    || mapped.put(column, part.substring(equals + 1)) != null) {
                throw console.wrong("E_FIT_COLUMNS", part,
                        String.join(", ", List.of(Column.values()).stream().map(Column::key).toList()));
            }
        }
        return mapped;
    }

    private String save(FitAnswer answer) throws IOException {
        int separator = save.lastIndexOf('#');
        String file = separator < 0 ? save : save.substring(0, separator);
        String id = separator < 0 ? null : save.substring(separator + 1);
        try {
            return file + "#" + FitKeeper.save(answer, console.path(file), id);
        } catch (LocalisedException e) {
            throw console.wrong("E_OPTION", "--save", e.message(console.locale()));
        }
    }
}
