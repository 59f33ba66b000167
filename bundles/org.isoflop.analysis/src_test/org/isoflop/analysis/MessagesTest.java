package org.isoflop.analysis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.isoflop.analysis.architecture.Convention;
import org.isoflop.analysis.architecture.Part;
import org.isoflop.analysis.energy.EnergyMethod;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.Recomputation;
import org.isoflop.analysis.training.RunClass;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and all that is said is used. */
class MessagesTest {

    private static final Pattern KEY = Pattern.compile("\"((?:quantity|unit|duration|domain|range|variable|form|law"
            + "|architecture|hardware|training|serving|energy|node|condition|strategy|assumption|fit|count|violation"
            + "|expression|plot|spread|decision|uncertainty|reason|order|layout)\\.[A-Za-z.-]+)\"");

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Messages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        Properties english = load("messages.properties");
        Properties french = load("messages_fr.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(french.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(french.getProperty(key)), key);
            assertFalse(english.getProperty(key).contains("'"), () -> key + ": an apostrophe is markup, write \u2019");
            assertFalse(french.getProperty(key).contains("'"), () -> key + ": an apostrophe is markup, write \u2019");
            assertFalse(french.getProperty(key).isBlank(), key);
        }
    }

    private static Set<String> arguments(String pattern) {
        assertDoesNotThrow(() -> new MessageFormat(pattern, Locale.ROOT));
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        used.removeIf(key -> key.endsWith("."));
        Stream.of(Unit.values()).forEach(unit -> used.add("unit." + unit.name()));
        Stream.of(Variable.values()).forEach(variable -> used.add("variable." + variable.key()));
        LawForm.all().forEach(form -> used.add("form.answers." + form.id()));
        Stream.of(ParameterCount.values()).filter(count -> count != ParameterCount.TOTAL)
                .forEach(count -> used.add("count." + count.key()));
        Stream.of(Part.values()).forEach(part -> used.add("part." + part.key()));
        Stream.of(Convention.values()).forEach(convention -> used.add("convention." + convention.key()));
        Stream.of(Recipe.values()).forEach(recipe -> used.add("recipe." + recipe.key()));
        Stream.of(RunClass.values()).forEach(runs -> used.add("runClass." + runs.key()));
        Stream.of(Recomputation.values()).forEach(kept -> used.add("recomputation." + kept.key()));
        Stream.of(EnergyMethod.values()).forEach(method -> used.add("energyMethod." + method.key()));
        Stream.of("weights", "gradients", "optimizer").forEach(state -> {
            used.add("node.memory." + state);
            used.add("node.bytes." + state);
        });
        Stream.of("carbon", "carbonMarketBased").forEach(way -> {
            used.add("node." + way + "Life");
            used.add("node." + way + "PerMillionTokens");
        });
        used.addAll(sizes());
        used.addAll(nodes());
        used.addAll(limits());
        Stream.of("compute", "referenceCompute", "trainingSeconds").forEach(id -> used.add("node." + id));
        assertEquals(used, new TreeSet<>(load("messages.properties").stringPropertyNames()));
    }

    /** The sizes of an architecture are named where they are checked: {@code Exact.positive(heads, "heads")}. */
    private static Set<String> sizes() throws IOException {
        Set<String> sizes = new TreeSet<>();
        Pattern check = Pattern
                .compile("Exact\\.(?:positive|notNegative|divides|atMost)\\(([^;]*)\\);|\"size\\.(\\w+)\"");
        try (Stream<Path> files = Files.list(sources().resolve("architecture"))) {
            for (Path file : files.toList()) {
                Matcher matcher = check.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (matcher.group(2) != null) {
                        sizes.add("size." + matcher.group(2));
                    } else {
                        Matcher name = Pattern.compile("\"(\\w+)\"").matcher(matcher.group(1));
                        while (name.find()) {
                            sizes.add("size." + name.group(1));
                        }
                    }
                }
            }
        }
        return sizes;
    }

    /** Nodes are named where they are made: {@code input("batch", …}. */
    private static Set<String> nodes() throws IOException {
        Set<String> nodes = new TreeSet<>();
        Pattern made = Pattern.compile("(?:input|derived|solved|label|counted|chosen|usual|sum|most|last|alias"
                + "|quotient|pass|longer|finish|delivered|budget)\\(\\s*(?:graph, )?\"([A-Za-z.]+)\"");
        for (Path file : nodeFiles()) {
            Matcher matcher = made.matcher(Files.readString(file));
            while (matcher.find()) {
                if (matcher.group().startsWith("pass")) {
                    nodes.add("node." + matcher.group(1) + ".compute");
                    nodes.add("node." + matcher.group(1) + ".memory");
                }
                if (!matcher.group(1).endsWith(".") && !matcher.group(1).equals("memory")) {
                    nodes.add("node." + matcher.group(1));
                }
            }
        }
        return nodes;
    }

    private static List<Path> nodeFiles() throws IOException {
        try (Stream<Path> files = Files.list(sources().resolve("strategy"))) {
            return Stream.concat(files, Stream.of(sources().resolve("training/TrainingNodes.java"),
                    sources().resolve("serving/ServingNodes.java"))).toList();
        }
    }

    /** Limits are named where they are held against: {@code limit("memory", …}. */
    private static Set<String> limits() throws IOException {
        Set<String> limits = new TreeSet<>();
        Pattern held = Pattern.compile("limit\\(\"([A-Za-z]+)\"");
        for (Path file : nodeFiles()) {
            Matcher matcher = held.matcher(Files.readString(file));
            while (matcher.find()) {
                limits.add("violation." + matcher.group(1));
            }
        }
        return limits;
    }

    private static Path sources() {
        Path inBundle = Path.of("src/org/isoflop/analysis");
        Path fromRoot = Path.of("bundles/org.isoflop.analysis").resolve(inBundle);
        Path sources = Files.isDirectory(inBundle) ? inBundle : fromRoot;
        assertTrue(Files.isDirectory(sources), "the tests run in the folder of the bundle or of the repository");
        return sources;
    }

    @Test
    void theLanguageAskedForIsSpoken() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertEquals("unknown", Messages.text(Locale.ENGLISH, "quantity.unknown"));
            assertEquals("inconnu", Messages.text(Locale.CANADA_FRENCH, "quantity.unknown"));
            assertEquals("unknown", Messages.text(Locale.GERMANY, "quantity.unknown"));
            LocalisedException refusal = new LocalisedException(Sentence.of("quantity.long", "64"));
            assertEquals("Une quantité compte au plus 64 caractères.", refusal.getMessage());
            assertEquals("A quantity has at most 64 characters.", refusal.message(Locale.UK));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void hostileArgumentsAreTextAndNotMarkup() {
        String text = Messages.text(Locale.ENGLISH, "quantity.comma", "{0}%s'<b>");
        assertTrue(text.contains("{0}%s'<b>"), text);
    }
}
