package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"messages", "usage"})
    void bothLanguagesSayTheSameThings(String name) {
        assertEquals(new TreeSet<>(load(name + ".properties").keySet()),
                new TreeSet<>(load(name + "_fr.properties").keySet()));
    }

    @Test
    void patternsTakeTheSameArgumentsAndHaveNoApostrophe() {
        Properties english = load("messages.properties");
        Properties french = load("messages_fr.properties");
        for (String key : english.stringPropertyNames()) {
            assertEquals(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length,
                    new MessageFormat(french.getProperty(key)).getFormatsByArgumentIndex().length, key);
            assertTrue(!english.getProperty(key).contains("'") && !french.getProperty(key).contains("'"), key);
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
        for (String key : load("messages.properties").stringPropertyNames()) {
            boolean used = sources.indexOf('"' + key + '"') >= 0
                    || key.startsWith("error.") && sources.indexOf('"' + key.substring(6) + '"') >= 0
                    || key.matches("counts\\.(total|nonEmbedding|active|flopPerToken|compute\\.(minimal|own))")
                    || key.matches("fit\\.objective\\.(huber|l1|mse)")
                    || key.matches("term\\.(irreducible|parameters|tokens|compute)")
                    || key.matches("severity\\.(ERROR|WARNING|INFO)")
                    || key.matches("verification\\.(primary|secondary|unverified)");
            assertTrue(used, key);
        }
        for (String key : load("usage.properties").stringPropertyNames()) {
            boolean used = key.contains("usage.") || sources.indexOf("descriptionKey = \"" + key + '"') >= 0
                    || key.equals("help") || key.equals("version");
            assertTrue(used, key);
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
