package org.isoflop.cli;

import java.io.IOException;
import java.text.NumberFormat;
import java.util.Map;
import java.util.concurrent.Callable;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Convention;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.ServingState;
import org.isoflop.analysis.architecture.ServingState.Bits;
import org.isoflop.analysis.architecture.TokenFlop;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.architecture.ModelConfig;
import org.isoflop.core.json.ArchitectureJson;
import org.isoflop.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code params}: what follows from the architecture of a model alone. */
@Command(name = "params")
final class ParamsCommand implements Callable<Integer> {

    private static final long EXACT = 1L << 53;

    private final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--context", paramLabel = "S", descriptionKey = "context")
    String context;

    @Option(names = "--batch", paramLabel = "B", descriptionKey = "batch")
    String batch;

    @Option(names = "--kv-bits", paramLabel = "BITS", descriptionKey = "kvBits")
    String cacheBits;

    @Option(names = "--state-bits", paramLabel = "BITS", descriptionKey = "stateBits")
    String stateBits;

    @Option(names = "--throughput", paramLabel = "T", descriptionKey = "throughput")
    String throughput;

    @Option(names = "--devices", paramLabel = "N", descriptionKey = "devices")
    String devices;

    @Option(names = "--peak", paramLabel = "P", descriptionKey = "peak")
    String peak;

    @Parameters(paramLabel = "MODEL", descriptionKey = "model")
    String model;

    ParamsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean measured = throughput != null || devices != null || peak != null;
        if (measured && (throughput == null || devices == null || peak == null)) {
            throw console.wrong("E_MEASURED_RUN");
        }
        ModelLookup found = ModelLookup.find(console, model);
        Architecture architecture = found.architecture();
        long tokens = context != null ? whole("--context", context, Unit.TOKENS) : architecture.context();
        if (tokens == 0 && !architecture.hasAttention()) {
            tokens = 1;
        }
        long sequences = batch == null ? 1 : whole("--batch", batch, Unit.ONE);
        ParameterCounts counts = ParameterCounts.of(architecture);
        ServingState state = ServingState.of(architecture, Math.max(1, tokens), sequences,
                new Bits(bits("--kv-bits", cacheBits), bits("--state-bits", stateBits), ServingState.USUAL_BITS));
        Map<Convention, TokenFlop> flop = tokens == 0 ? Map.of(Convention.SIX_N, TokenFlop.sixN(counts))
                : TokenFlop.of(architecture, tokens);
        if (measured) {
            requirePossible(flop.get(Convention.SIX_N));
        }
        if (console.json()) {
            console.answer(tree(found, counts, tokens, sequences, state, flop));
            return ExitStatus.DONE;
        }
        print(found, counts);
        print(architecture, tokens, sequences, state);
        print(flop, tokens);
        if (tokens == 0) {
            console.print(console.text("params.noContext"));
        }
        return ExitStatus.DONE;
    }

    /** No run uses more than the whole peak: where even 6·N does, the peak is most likely without its unit. */
    private void requirePossible(TokenFlop sixN) {
        double share = utilisation(sixN);
        if (share > 1) {
            throw console.wrong("E_MEASURED_PEAK", share,
                    console.show(measured("--peak", peak, Unit.FLOP_PER_SECOND), Unit.FLOP_PER_SECOND), peak);
        }
    }

    private double utilisation(TokenFlop count) {
        return count.utilisation(measured("--throughput", throughput, Unit.TOKENS),
                measured("--devices", devices, Unit.DEVICES), measured("--peak", peak, Unit.FLOP_PER_SECOND));
    }

    private Map<String, Object> tree(ModelLookup found, ParameterCounts counts, long tokens, long sequences,
            ServingState state, Map<Convention, TokenFlop> flop) {
        Map<String, Object> tree = Json.object();
        Json.put(tree, "family", found.family());
        Json.put(tree, "model", found.id());
        ArchitectureJson.put(tree, counts);
        if (tokens > 0) {
            tree.put("context", tokens);
        }
        tree.put("batch", sequences);
        ArchitectureJson.put(tree, state, tokens > 0);
        ArchitectureJson.put(tree, flop);
        if (throughput != null) {
            ArchitectureJson.put(tree, flop, measured("--throughput", throughput, Unit.TOKENS),
                    measured("--devices", devices, Unit.DEVICES), measured("--peak", peak, Unit.FLOP_PER_SECOND));
        }
        if (found.config() != null) {
            Map<String, Object> defaults = Json.object();
            found.config().defaults().forEach(absent -> defaults.put(absent.field(), absent.value()));
            tree.put("defaults", defaults);
            tree.put("textPartOnly", found.config().isTextPart());
        }
        return tree;
    }

    private void print(ModelLookup found, ParameterCounts counts) {
        String title = found.config() == null ? found.id() : found.family();
        console.print(console.text("params.total", title, number(counts.total())));
        if (counts.active() != counts.total()) {
            console.print(console.text("params.active", number(counts.active())));
        }
        console.print(console.text("params.nonEmbedding", number(counts.nonEmbedding())));
        int width = counts.parts().keySet().stream().mapToInt(part -> part.text(console.locale()).length()).max()
                .orElse(0);
        int digits = number(counts.total()).length();
        counts.parts().forEach((part, count) -> console.print("  " + padded(part.text(console.locale()), width) + "  "
                + " ".repeat(digits - number(count).length()) + number(count)));
        ModelConfig config = found.config();
        if (config != null && config.isTextPart()) {
            console.print(console.text("params.textPart"));
        }
        if (config != null && !config.defaults().isEmpty()) {
            console.print(console.text("params.defaults", String.join(", ", config.defaults().stream()
                    .map(absent -> absent.field() + " = " + absent.value()).toList())));
        }
    }

    private void print(Architecture architecture, long tokens, long sequences, ServingState state) {
        if (architecture.hasAttention() && architecture.causal()) {
            String perToken = number(state.bytesPerToken());
            console.print(tokens == 0 ? console.text("params.cacheOfToken", perToken)
                    : console.text("params.cache", perToken, number(tokens), number(sequences),
                            console.show(state.cacheBytes(), Unit.BYTES), number(state.cacheBytes())));
            if (state.expandedBytesPerToken() != state.bytesPerToken()) {
                console.print(console.text("params.expanded", number(state.expandedBytesPerToken())));
            }
        }
        if (state.stateBytes() > 0) {
            console.print(console.text("params.state", number(sequences), console.show(state.stateBytes(), Unit.BYTES),
                    number(state.stateBytes())));
        }
    }

    private void print(Map<Convention, TokenFlop> flop, long tokens) {
        console.print(tokens == 0 ? console.text("params.flopOfToken") : console.text("params.flop", number(tokens)));
        int width = flop.keySet().stream().mapToInt(convention -> convention.text(console.locale()).length()).max()
                .orElse(0);
        int digits = flop.values().stream().mapToInt(count -> number(Math.round(count.training())).length()).max()
                .orElse(0);
        flop.forEach((convention, count) -> {
            String training = number(Math.round(count.training()));
            String line = "  " + padded(convention.text(console.locale()), width) + "  "
                    + " ".repeat(digits - training.length()) + training;
            if (throughput != null) {
                line += "  " + console.text(convention.recomputes() ? "params.hfu" : "params.mfu", utilisation(count));
            }
            console.print(line);
        });
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(console.locale()).format(value);
    }

    private double measured(String option, String text, Unit unit) {
        return console.quantity(option, text, unit);
    }

    private long bits(String option, String text) {
        return text == null ? ServingState.USUAL_BITS : whole(option, text, Unit.ONE);
    }

    /** Reads a whole number as people write it. */
    private long whole(String option, String text, Unit unit) {
        double value = console.quantity(option, text, unit);
        if (value != Math.rint(value) || value > EXACT) {
            throw console.wrong("E_OPTION_WHOLE", option, text);
        }
        return (long) value;
    }
}
