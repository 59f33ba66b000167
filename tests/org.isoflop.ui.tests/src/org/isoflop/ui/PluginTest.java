package org.isoflop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** What plugin.xml, texts and icons promise is there. */
class PluginTest {

    private final Bundle bundle = Platform.getBundle(Ids.BUNDLE);

    @Test
    void everyKeyExistsInEveryLanguage() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("Bundle-Name", "Bundle-Vendor"));
        Matcher key = Pattern.compile("[\">]%([^\"<]+)[\"<]").matcher(text("/plugin.xml"));
        while (key.find()) {
            used.add(key.group(1));
        }
        assertEquals(used, new TreeSet<>(properties("/plugin.properties").stringPropertyNames()));
        assertEquals(used, new TreeSet<>(properties("/plugin_fr.properties").stringPropertyNames()));
    }

    @Test
    void everyTextExistsInEveryLanguageWithTheSameArguments() throws IOException {
        Properties english = properties("/org/isoflop/ui/messages.properties");
        Properties french = properties("/org/isoflop/ui/messages_fr.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(french.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(french.getProperty(key)), key);
            for (Properties language : new Properties[] {english, french}) {
                assertFalse(language.getProperty(key).isBlank(), key);
                assertFalse(language.getProperty(key).contains("'"), key + ": a straight apostrophe quotes");
                assertNotNull(new MessageFormat(language.getProperty(key), Locale.FRENCH));
            }
        }
    }

    @Test
    void everyClassNamedLoadsAndCanBeMade() throws Exception {
        Matcher name = Pattern.compile("(?:class|defaultHandler)=\"([^\"]+)\"").matcher(text("/plugin.xml"));
        int found = 0;
        while (name.find()) {
            Class<?> type = bundle.loadClass(name.group(1));
            assertTrue(Modifier.isPublic(type.getModifiers()), type.getName());
            assertNotNull(type.getConstructor());
            found++;
        }
        assertTrue(found >= 10);
    }

    @Test
    void everyIconNamedIsAPicture() throws IOException {
        Matcher name = Pattern.compile("icons/[a-z0-9-]+\\.svg").matcher(text("/plugin.xml"));
        Set<String> icons = new HashSet<>();
        while (name.find()) {
            icons.add(name.group());
        }
        assertTrue(icons.size() >= 5);
        for (String icon : icons) {
            assertNotNull(bundle.getEntry(icon), icon);
        }
        for (Icon icon : Icon.values()) {
            Image image = icon.descriptor().createImage(false, Display.getCurrent());
            assertNotNull(image, icon.name());
            assertEquals(icon == Icon.LOGO ? 48 : 16, image.getBounds().width, icon.name());
            image.dispose();
        }
    }

    @Test
    void everyIdInCodeStandsInThePlugin() throws Exception {
        String plugin = text("/plugin.xml");
        for (Field field : Ids.class.getFields()) {
            if (field.get(null) instanceof String id && id.startsWith("org.isoflop.ui.")) {
                assertTrue(plugin.contains('"' + id + '"'), id);
            }
        }
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (argument.find()) {
            arguments.add(argument.group(1));
        }
        return arguments;
    }

    private String text(String path) throws IOException {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Properties properties(String path) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(open(path), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private InputStream open(String path) throws IOException {
        URL entry = bundle.getResource(path);
        assertNotNull(entry, path);
        return entry.openStream();
    }
}
