package org.isoflop.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the start script of the built product to the open window, warm, beside the start of a Java that does nothing.
 * The window takes so many bare starts: that ratio can be compared between machines. Needs a display, and the system
 * property {@code isoflop.product}: the folder with the start script.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class StartBenchmark {

    /** Stands from the start of the workbench until its window is open. */
    private static final String MARK = ".starting";
    private static final int PATIENCE_SECONDS = 60;

    private Path home;
    private Path area;
    private Process window;

    /** Makes a home of its own, with nothing in it. */
    @Setup
    public void prepare() throws IOException {
        home = Files.createTempDirectory("isoflop-start");
        area = Files.createDirectories(home.resolve("area"));
    }

    /** The start of a Java that says its version. */
    @Benchmark
    public int bareJava() throws IOException, InterruptedException {
        return start(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")).waitFor();
    }

    /** The start of the workbench up to its open window. */
    @Benchmark
    public void window() throws IOException, InterruptedException {
        end();
        String script = Path.of(System.getProperty("isoflop.product", "."), "isoflop").toAbsolutePath().toString();
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            area.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
            window = start(List.of(script, "-data", area.toString()));
            while (!opened(watch)) {
                continue;
            }
        }
    }

    private boolean opened(WatchService watch) throws InterruptedException {
        WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (key == null || !window.isAlive()) {
            throw new IllegalStateException("The window did not open; is there a display, and -Disoflop.product=…?");
        }
        boolean opened = key.pollEvents().stream().anyMatch(event -> event.context().toString().equals(MARK));
        key.reset();
        return opened;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectErrorStream(true).redirectOutput(home.resolve("output").toFile()).start();
    }

    // A window that is asked to end writes the archive from which the next one starts.
    private void end() throws InterruptedException {
        if (window != null) {
            window.destroy();
            window.waitFor();
            window = null;
        }
    }

    /** Ends the last window and removes what it left. */
    @TearDown
    public void clear() throws IOException, InterruptedException {
        end();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
