package org.isoflop.core.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.core.CoreException;
import org.isoflop.core.Refusal;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Setting;
import org.isoflop.model.Study;

/**
 * The table of a sweep.
 *
 * @param csv
 *            RFC 4180 in base units: one column for each number that is varied, then scenario, strategy, whether it is
 *            feasible and best, its measures, and why it was refused; one row for each point and strategy
 * @param points
 *            how many points the grid has
 * @param rows
 *            how many rows there are below the header
 */
public record SweepTable(String csv, int points, int rows) {

    private static final int MOST_POINTS = 100_000;
    private static final String END = "\r\n";

    /**
     * Evaluates a study at every point of a grid.
     *
     * @param study
     *            the study, on the thread that owns it; it is changed
     * @param varied
     *            what goes through which range, the last one fastest
     * @param scenario
     *            id of the only scenario that is evaluated, or null for all
     * @param locale
     *            language of the sentences why a strategy was refused
     * @return the table
     * @throws CoreException
     *             if a range cannot be, the grid is too large, a number is varied twice, or the study has no such
     *             scenario or none at all
     */
    public static SweepTable of(Study study, List<Vary> varied, String scenario, Locale locale) {
        if (study.getScenarios().isEmpty()) {
            throw new CoreException("E_SWEEP_NOTHING");
        }
        Set<String> paths = new HashSet<>();
        long points = 1;
        for (Vary vary : varied) {
            if (!paths.add(vary.path())) {
                throw new CoreException("E_VARY_TWICE", vary.path());
            }
            points *= vary.points();
            if (points > MOST_POINTS) {
                throw new CoreException("E_VARY_GRID", MOST_POINTS);
            }
        }
        List<double[]> values = varied.stream().map(vary -> vary.values(study)).toList();
        StringBuilder csv = new StringBuilder();
        List<String> header = new ArrayList<>(varied.stream().map(Vary::path).toList());
        header.addAll(List.of("scenario", "strategy", "feasible", "best"));
        Arrays.stream(Measure.values()).map(Measure::id).forEach(header::add);
        header.add("refusal");
        row(csv, header);
        int rows = 0;
        for (int point = 0; point < points; point++) {
            List<String> place = place(study, varied, values, point);
            StudyData data = StudyMapper.map(study);
            List<ScenarioResult> results = scenario == null
                    ? Evaluation.evaluate(data)
                    : List.of(Evaluation.evaluate(data, scenario));
            for (ScenarioResult result : results) {
                for (StrategyResult strategy : result.strategies()) {
                    row(csv, cells(place, result, strategy, locale));
                    rows++;
                }
            }
        }
        return new SweepTable(csv.toString(), (int) points, rows);
    }

    /** Sets the numbers of a point, and returns them as they are written. */
    private static List<String> place(Study study, List<Vary> varied, List<double[]> values, int point) {
        String[] written = new String[varied.size()];
        int rest = point;
        for (int i = varied.size() - 1; i >= 0; i--) {
            double[] range = values.get(i);
            written[i] = Quantities.exact(range[rest % range.length]);
            rest /= range.length;
            new Setting(varied.get(i).path(), written[i]).apply(study);
        }
        return List.of(written);
    }

    private static List<String> cells(List<String> place, ScenarioResult result, StrategyResult strategy,
            Locale locale) {
        List<String> cells = new ArrayList<>(place);
        cells.add(result.scenario().id());
        cells.add(strategy.strategy().id());
        cells.add(String.valueOf(strategy.isFeasible()));
        cells.add(String.valueOf(result.best().filter(best -> best == strategy).isPresent()));
        for (Measure measure : Measure.values()) {
            OptionalDouble value = strategy.measure(measure.id());
            cells.add(value.isPresent() ? Quantities.exact(value.getAsDouble()) : "");
        }
        cells.add(strategy.refusal() == null ? "" : Refusal.message(strategy.refusal(), locale));
        return cells;
    }

    private static void row(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        csv.append(END);
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
