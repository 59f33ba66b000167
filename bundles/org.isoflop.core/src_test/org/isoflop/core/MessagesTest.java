package org.isoflop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

import org.isoflop.core.chart.Charts;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.model.Status;
import org.isoflop.model.Verification;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Properties ENGLISH = load("messages.properties");
    private static final Properties FRENCH = load("messages_fr.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(new TreeSet<>(ENGLISH.keySet()), new TreeSet<>(FRENCH.keySet()));
    }

    @Test
    void bothLanguagesSpeakOfTheSameArguments() {
        for (Object key : ENGLISH.keySet()) {
            assertEquals(new MessageFormat(ENGLISH.getProperty((String) key)).getFormatsByArgumentIndex().length,
                    new MessageFormat(FRENCH.getProperty((String) key)).getFormatsByArgumentIndex().length,
                    key.toString());
        }
    }

    /** An apostrophe would swallow what follows it in a message pattern. */
    @Test
    void noPatternHasAnApostrophe() {
        for (Properties language : List.of(ENGLISH, FRENCH)) {
            language.forEach((key, text) -> assertTrue(!text.toString().contains("'"), key.toString()));
        }
    }

    @Test
    void everySentenceIsUsed() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (var files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        for (Object key : ENGLISH.keySet()) {
            String name = key.toString();
            boolean used = sources.indexOf("\"" + name + "\"") >= 0
                    || name.startsWith("error.") && sources.indexOf("\"" + name.substring(6) + "\"") >= 0
                    || List.of(Measure.values()).stream().anyMatch(measure -> name.equals("measure." + measure.id()))
                    || List.of(Status.values()).stream()
                            .anyMatch(status -> name.equals("status." + status.getLiteral()))
                    || List.of(Verification.values()).stream()
                            .anyMatch(one -> name.equals("verification." + one.getLiteral()))
                    || name.matches("group\\.(quality|compute|memory|time|money|energy)")
                    || name.matches("limit\\.[a-zA-Z]+")
                    || name.matches("report\\.working\\.(quantity|formula|numbers|value|source)")
                    || name.matches("chart\\.gain\\.(compute|parameters|tokens)")
                    || name.matches("chart\\.(mark|part)\\.[A-Za-z]+")
                    || name.matches("chart\\.limit\\.[A-Za-z]+")
                    || name.matches("chart\\.note\\.tips\\.(above|below)\\.tied")
                    || name.matches("chart\\.strategy-returns\\.(better|worse)")
                    || Charts.all().stream()
                            .anyMatch(view -> name.matches("chart\\." + view + "\\.(title|description|empty)"))
                    || name.matches("fit\\.objective\\.(huber|l1|mse)")
                    || name.matches("chart\\.models\\.(predicted|observed)");
            assertTrue(used, name);
        }
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Messages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
