package org.isoflop.core.guide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The documentation that ships with Isoflop. */
public final class Guide {

    private static final String SUFFIX = ".md";
    private static final String START = "user-guide";
    private static final String FRENCH = "fr/";
    /** The pages; the first of each language is where its reader starts. */
    private static final List<String> PAGES = List.of(START, "index", "laws", "fits", "benchmarks",
            "architectures", "costs", "strategies", "decisions", "evaluation", "file-format", "expectations",
            FRENCH + START, FRENCH + "laws", FRENCH + "fits", FRENCH + "architectures", FRENCH + "costs",
            FRENCH + "strategies", FRENCH + "decisions");

    private Guide() {
    }

    /**
     * Writes all pages.
     *
     * @param folder
     *            where to; it is made if it does not exist, and pages in it are replaced
     * @param locale
     *            the reader's language
     * @return the page to start with
     * @throws IOException
     *             if a page cannot be written
     */
    public static Path write(Path folder, Locale locale) throws IOException {
        for (String page : PAGES) {
            String language = page.startsWith(FRENCH) ? "fr" : "en";
            Path file = folder.resolve(page + ".html");
            Files.createDirectories(file.getParent());
            Files.writeString(file, Markdown.page(text(page + SUFFIX), language, text("guide.css")));
        }
        return folder.resolve((locale.getLanguage().equals("fr") ? FRENCH : "") + START + ".html");
    }

    /** Names of the pages without extension. */
    static List<String> pages() {
        return PAGES;
    }

    static String text(String name) throws IOException {
        try (InputStream in = Guide.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
