package org.isoflop.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built product, run by its start script as a user would, without a display and with a home of its own. */
final class ProductProcess {

    /** How a run ended. */
    record Result(int status, String out, String err) {
    }

    /** The root of the sources. */
    static final Path ROOT = Path.of(System.getProperty("isoflop.root"));

    private final Path directory;
    private final Map<String, String> environment;

    /**
     * A product to be run.
     *
     * @param directory the working directory, which also is the home
     * @param environment what to add to the environment
     */
    ProductProcess(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /** The directory of the product that was built for this machine. */
    static Path home() {
        return Path.of(System.getProperty("isoflop.product"));
    }

    /** Runs the product with these arguments and waits for its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home().resolve("isoflop").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("isoflop", ".out");
        Path err = Files.createTempFile("isoflop", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "LC_MESSAGES"));
            builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C.UTF-8"));
            builder.environment().put("HOME", directory.toString());
            builder.environment().putAll(environment);
            int status = builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
            return new Result(status, Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
