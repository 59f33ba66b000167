package org.isoflop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.PlotFile;
import org.isoflop.core.json.Json;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chart}: one chart of a study as a file. */
@Command(name = "chart")
final class ChartCommand implements Callable<Integer> {

    private static final double PIXELS = 2;

    private final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--list", descriptionKey = "list")
    boolean list;

    @ArgGroup(exclusive = false)
    Wanted wanted;

    @Option(names = "--dark", descriptionKey = "dark")
    boolean dark;

    @Parameters(arity = "0..1", paramLabel = "STUDY", descriptionKey = "study")
    String study;

    /** What is drawn, and where to. */
    static final class Wanted {

        @Option(names = "--view", required = true, paramLabel = "ID", descriptionKey = "view")
        String view;

        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "chartOut")
        String out;
    }

    ChartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            return list();
        }
        if (study == null || wanted == null) {
            throw console.wrong("E_CHART_WHAT");
        }
        StudyData data = StudyMapper.map(console.open(study).study());
        boolean saved = data.charts().stream().anyMatch(chart -> wanted.view.equals(chart.id()));
        Plot plot = saved
                ? Charts.saved(data, wanted.view, console.locale())
                : Charts.plot(wanted.view, data, console.locale());
        Path file = console.path(wanted.out);
        Files.write(file, content(plot));
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            answer.put("file", file.toString());
            console.answer(answer);
        } else {
            console.print(console.text("chart.written", file));
        }
        return ExitStatus.DONE;
    }

    private byte[] content(Plot plot) {
        PlotFile.Format format = PlotFile.Format.of(wanted.out)
                .orElseThrow(() -> console.wrong("E_CHART_FORMAT", wanted.out));
        return new PlotFile(format, dark ? Theme.DARK : Theme.LIGHT, Charts.WIDTH, Charts.HEIGHT, PIXELS).content(plot);
    }

    private int list() {
        List<String> views = Charts.all();
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            answer.put("views", views);
            console.answer(answer);
        } else {
            views.forEach(console::print);
        }
        return ExitStatus.DONE;
    }
}
