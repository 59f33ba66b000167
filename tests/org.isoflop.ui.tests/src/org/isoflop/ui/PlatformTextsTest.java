package org.isoflop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** The fragments with the platform's texts fit the platform: each text stands for one that the host has. */
class PlatformTextsTest {

    static final String FRAGMENTS = "org.isoflop.nl.";
    private static final Pattern LANGUAGE = Pattern.compile("_[a-z]{2}\\.properties$");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern UNTYPOGRAPHICAL = Pattern.compile("[^\u00a0\\d][:;!?](\\s|$)|'");
    private static final int BUNDLES = 10;

    @Test
    void everyTextStandsForOneOfThePlatformWithTheSameArguments() throws IOException {
        List<Bundle> fragments = fragments();
        assertTrue(fragments.size() >= BUNDLES, fragments.toString());
        for (Bundle fragment : fragments) {
            Bundle host = host(fragment);
            List<URL> files = files(fragment, "*_*.properties");
            assertFalse(files.isEmpty(), fragment.getSymbolicName());
            for (URL file : files) {
                Properties french = read(file);
                URL original = host.getEntry(LANGUAGE.matcher(file.getPath()).replaceFirst(".properties"));
                assertNotNull(original, file.toString());
                Properties english = read(original);
                for (String key : french.stringPropertyNames()) {
                    String place = file.getPath() + " " + key;
                    assertNotNull(english.getProperty(key), place);
                    assertEquals(arguments(english.getProperty(key)), arguments(french.getProperty(key)), place);
                    assertFalse(UNTYPOGRAPHICAL.matcher(french.getProperty(key)).find(),
                            () -> place + ": " + french.getProperty(key));
                    assertTrue(mnemonics(french.getProperty(key)) <= 1, place);
                }
            }
        }
    }

    /** The platform reads these files in Latin-1, so that everything beyond ASCII is escaped. */
    @Test
    void everyFileIsSortedAndFreeOfEncodings() throws IOException {
        for (Bundle fragment : fragments()) {
            for (URL file : files(fragment, "*_*.properties")) {
                String text;
                try (var in = file.openStream()) {
                    text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                }
                assertTrue(text.chars().allMatch(c -> c < 128), file.toString());
                List<String> keys = text.lines().map(line -> line.substring(0, line.indexOf('='))).toList();
                List<String> sorted = new ArrayList<>(keys);
                sorted.sort(null);
                assertEquals(sorted, keys, file.toString());
                assertEquals(keys.size(), new TreeSet<>(keys).size(), file.toString());
            }
        }
    }

    static List<Bundle> fragments() {
        List<Bundle> fragments = new ArrayList<>();
        for (Bundle bundle : Platform.getBundle(Ids.BUNDLE).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().startsWith(FRAGMENTS)) {
                fragments.add(bundle);
            }
        }
        return fragments;
    }

    static Bundle host(Bundle fragment) {
        String host = fragment.getHeaders("").get(Constants.FRAGMENT_HOST);
        Bundle bundle = Platform.getBundle(host);
        assertNotNull(bundle, host);
        return bundle;
    }

    static List<URL> files(Bundle bundle, String pattern) {
        return Collections.list(bundle.findEntries("/", pattern, true));
    }

    static Properties read(URL file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
        }
        return properties;
    }

    private static long mnemonics(String text) {
        return Pattern.compile("&(?!&)").matcher(text.replace("&&", "")).results().count();
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Matcher argument = ARGUMENT.matcher(pattern);
        while (argument.find()) {
            arguments.add(argument.group(1));
        }
        return arguments;
    }
}
