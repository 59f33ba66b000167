package org.isoflop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.isoflop.core.architecture.ModelStudy;
import org.isoflop.core.csv.CsvException;
import org.isoflop.core.json.Json;
import org.isoflop.core.models.ModelsFile;
import org.isoflop.core.models.ModelsStudy;
import org.isoflop.core.study.Format;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code convert}: from one format of a study to another, by extension; a configuration or a table of models becomes a
 * study.
 */
@Command(name = "convert")
final class ConvertCommand implements Callable<Integer> {

    private static final String CONFIGURATION = ".json";
    private static final String TABLE = ".csv";

    private final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--force", descriptionKey = "force")
    boolean force;

    @Parameters(index = "0", paramLabel = "IN", descriptionKey = "in")
    String in;

    @Parameters(index = "1", paramLabel = "OUT", descriptionKey = "out")
    String out;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Format to = Format.of(out.toLowerCase(Locale.ROOT)).orElseThrow(() -> console.wrong("E_FORMAT", out));
        Path target = console.path(out);
        Study study = study(target);
        if (Files.exists(target) && !force) {
            throw console.wrong("E_OUTPUT_EXISTS", out);
        }
        Studies.write(target, study, to);
        if (console.json()) {
            var answer = Json.object();
            answer.put("file", out);
            console.answer(answer);
        } else {
            console.print(console.text("convert.done", in, out));
        }
        return ExitStatus.DONE;
    }

    private byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw console.wrong("E_NO_FILE", in);
        }
        if (Files.size(file) > Studies.MAXIMUM_BYTES) {
            throw console.wrong("E_TOO_LARGE", in, Studies.MAXIMUM_BYTES);
        }
        return Files.readAllBytes(file);
    }

    private ModelsFile models() {
        try {
            return ModelsFile.read(console.path(in), Map.of());
        } catch (CsvException e) {
            throw new WrongInput(e.code(), e.message(console.locale()), e.file(), e.line(), e.column());
        }
    }

    /** Reads the study, or makes one of a configuration or a table of models, named after the file to write. */
    private Study study(Path target) throws IOException {
        String name = target.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        if (in.toLowerCase(Locale.ROOT).endsWith(CONFIGURATION)) {
            return ModelStudy.of(ModelLookup.config(console, in), stem);
        }
        if (in.toLowerCase(Locale.ROOT).endsWith(TABLE)) {
            return ModelsStudy.of(models(), stem);
        }
        Format from = in.equals(Console.STANDARD_INPUT) ? Format.ISOFLOP
                : Format.of(in.toLowerCase(Locale.ROOT)).orElseThrow(() -> console.wrong("E_FORMAT_IN", in));
        OpenStudy open = from == Format.ISOFLOP
                ? console.read(in)
                : Studies.read(content(console.path(in)), in, from);
        if (open.study() == null) {
            throw WrongInput.of(console.locale(), open.findings().getFirst());
        }
        return open.study();
    }
}
