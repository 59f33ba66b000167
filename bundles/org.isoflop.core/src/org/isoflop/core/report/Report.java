package org.isoflop.core.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.isoflop.analysis.plot.CsvWriter;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.CoreException;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.json.EvaluationJson;
import org.isoflop.core.json.Json;
import org.isoflop.core.mapping.StudyData;

/** Writes the report on a study. */
public final class Report {

    private Report() {
    }

    /**
     * Writes {@code report.html}, one SVG and one CSV file for each chart that has something to show, and
     * {@code results.json}. The charts are those of each scenario and those that the study saved; a study that saved
     * none is drawn in all {@link Charts#views()}. Files of these names are replaced, others are left alone.
     *
     * @param data
     *            the study
     * @param fileName
     *            name of the file it came from, for the provenance line
     * @param hash
     *            SHA-256 of that file, for the provenance line
     * @param directory
     *            the folder, which is made if it does not exist
     * @param locale
     *            language and number format; JSON and CSV do not depend on it
     * @return the files, the page first
     * @throws CoreException
     *             if a file cannot be written
     */
    public static List<Path> write(StudyData data, String fileName, String hash, Path directory, Locale locale) {
        List<ScenarioResult> results = Evaluation.evaluate(data);
        List<ScenarioReport> scenarios = results.stream().map(result -> ScenarioReport.of(data, result, locale))
                .toList();
        List<ReportChart> charts = charts(data, locale);
        String page = new ReportPage(data, scenarios, charts, locale).html(fileName, hash);
        List<ReportChart> all = Stream.concat(scenarios.stream().flatMap(scenario -> scenario.charts().stream()),
                charts.stream()).toList();
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            files.add(write(directory, "report.html", page));
            for (ReportChart chart : all) {
                files.add(write(directory, chart.name() + ".svg",
                        SvgWriter.write(chart.plot(), Theme.LIGHT, Charts.WIDTH, Charts.HEIGHT)));
                files.add(write(directory, chart.name() + ".csv", CsvWriter.write(chart.plot())));
            }
            files.add(write(directory, "results.json",
                    Json.text(EvaluationJson.results(data, results, Locale.ENGLISH)) + "\n"));
        } catch (IOException e) {
            throw CoreException.cannotWrite(directory, e);
        }
        return files;
    }

    /** The charts that the study saved, or else what any study with laws can be drawn in. */
    private static List<ReportChart> charts(StudyData data, Locale locale) {
        Stream<ReportChart> charts = data.charts().isEmpty()
                ? Charts.views().stream().map(view -> new ReportChart(view, Charts.plot(view, data, locale)))
                : data.charts().stream().filter(chart -> chart.id() != null && Charts.all().contains(chart.view()))
                        .map(chart -> new ReportChart(chart.id(), Charts.saved(data, chart.id(), locale)));
        return charts.filter(chart -> !chart.plot().isEmpty()).toList();
    }

    private static Path write(Path directory, String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
