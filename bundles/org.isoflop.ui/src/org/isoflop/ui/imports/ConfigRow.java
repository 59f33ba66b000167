package org.isoflop.ui.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.ServingState;
import org.isoflop.analysis.architecture.ServingState.Bits;
import org.isoflop.core.CoreException;
import org.isoflop.core.architecture.ConfigException;
import org.isoflop.core.architecture.ConfigFile;
import org.isoflop.core.architecture.ModelConfig;
import org.isoflop.ui.Messages;

/**
 * A {@code config.json} that was read, or why it was not.
 *
 * @param path
 *            the file
 * @param name
 *            the name that its model gets
 * @param config
 *            what the file says, or null if it is refused
 * @param counts
 *            the parameters, or null
 * @param cachePerToken
 *            bytes of key-value cache for each token at two bytes a value
 * @param problem
 *            why the file is refused, or null
 */
record ConfigRow(Path path, String name, ModelConfig config, ParameterCounts counts, long cachePerToken,
        String problem) {

    private static final String HUB = "models--";
    private static final List<String> PLAIN = List.of("config.json", "configuration.json");

    /** Reads a file; what cannot be read gives a row that says why. */
    static ConfigRow read(Path path) {
        String name = nameOf(path);
        try {
            ModelConfig config = ConfigFile.read(path);
            return new ConfigRow(path, name, config, ParameterCounts.of(config.architecture()), cache(config), null);
        } catch (ConfigException e) {
            return new ConfigRow(path, name, null, null, 0, sentence(e));
        } catch (CoreException e) {
            return new ConfigRow(path, name, null, null, 0, e.message(Locale.getDefault()));
        }
    }

    private static long cache(ModelConfig config) {
        Bits bits = new Bits(ServingState.USUAL_BITS, ServingState.USUAL_BITS, ServingState.USUAL_BITS);
        return ServingState.of(config.architecture(), 1, 1, bits).bytesPerToken();
    }

    private static String sentence(ConfigException refusal) {
        String why = refusal.message(Locale.getDefault());
        return refusal.line() == 0 ? why : Messages.text("refused.line", Integer.toString(refusal.line()), why);
    }

    /**
     * The name of a model by its file: a file of the usual name is called after its folder, in a cache of the hub after
     * the repository.
     */
    static String nameOf(Path path) {
        String file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        if (!PLAIN.contains(file.toLowerCase(Locale.ROOT))) {
            return file.replaceFirst("(?i)(?<=.)\\.json$", "");
        }
        Optional<String> repository = Optional.empty();
        for (Path part : path) {
            if (part.toString().startsWith(HUB)) {
                repository = Optional.of(part.toString().substring(part.toString().lastIndexOf("--") + 2));
            }
        }
        Path folder = path.toAbsolutePath().normalize().getParent();
        return repository.filter(name -> !name.isBlank()).orElseGet(
                () -> folder == null || folder.getFileName() == null ? file : folder.getFileName().toString());
    }

    ConfigRow named(String other) {
        return new ConfigRow(path, other, config, counts, cachePerToken, problem);
    }

    boolean isRefused() {
        return config == null;
    }
}
