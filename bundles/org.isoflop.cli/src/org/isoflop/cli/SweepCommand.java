package org.isoflop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.isoflop.core.json.Json;
import org.isoflop.core.sweep.SweepTable;
import org.isoflop.core.sweep.Vary;
import org.isoflop.model.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep}: a study evaluated over a grid, as a table. */
@Command(name = "sweep")
final class SweepCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--vary", required = true, paramLabel = "PATH=FROM..TO[:N][log]", descriptionKey = "vary")
    List<String> varied = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "sweepOut")
    String out;

    @Option(names = "--scenario", paramLabel = "ID", descriptionKey = "scenario")
    String scenario;

    @Parameters(paramLabel = "STUDY", descriptionKey = "study")
    String study;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!out.toLowerCase(console.locale()).endsWith(".csv")) {
            throw console.wrong("E_SWEEP_FORMAT", out);
        }
        List<Vary> ranges = varied.stream().map(Vary::parse).toList();
        Study read = console.open(study).study();
        SweepTable table = SweepTable.of(read, ranges, scenario, console.locale());
        Path file = console.path(out);
        Files.writeString(file, table.csv());
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            answer.put("file", file.toString());
            answer.put("points", table.points());
            answer.put("rows", table.rows());
            console.answer(answer);
        } else {
            console.print(console.text("sweep.written", file, table.points(), table.rows()));
        }
        return ExitStatus.DONE;
    }
}
