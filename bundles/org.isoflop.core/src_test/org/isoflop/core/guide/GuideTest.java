package org.isoflop.core.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The documentation becomes pages whose links lead somewhere. */
class GuideTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]*)(?:#([^\"]*))?\"");

    @TempDir
    Path folder;

    @Test
    void startsInTheLanguageOfTheReader() throws Exception {
        assertEquals(folder.resolve("user-guide.html"), Guide.write(folder, Locale.GERMAN));
        assertEquals(folder.resolve("fr/user-guide.html"), Guide.write(folder, Locale.CANADA_FRENCH));
    }

    @Test
    void everyPageIsWellFormedAndEveryLinkLeadsSomewhere() throws Exception {
        Guide.write(folder, Locale.ENGLISH);
        int links = 0;
        for (String page : Guide.pages()) {
            Path file = folder.resolve(page + ".html");
            String html = Files.readString(file);
            String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>") + "</main>".length());
            DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)));
            Matcher link = LINK.matcher(body);
            while (link.find()) {
                links++;
                if (!link.group(1).startsWith("https://")) {
                    Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1)).normalize();
                    assertTrue(Files.exists(target), page + ": " + link.group());
                    assertTrue(link.group(2) == null || Files.readString(target).contains("id=\"" + link.group(2)
                            + '"'),
                            page + ": " + link.group());
                }
            }
        }
        assertTrue(links > 20, links + " links");
    }

    @Test
    void linksOnlyThePagesThatAreHere() {
        String html = Markdown.page(
                "# A & B\n\nOne `x < y` **bold** *soft*\nline.\n\n- a\n  b\n- c\n\nThen\n\n    code <\n\n"
                        + "| h | i |\n|---|---|\n| 1 | `a` |\n\n[laws](laws.md#kaplan) [other](../CONTRIBUTING.md)\n",
                "en",
                "");
        assertTrue(html.contains("<title>A &amp; B</title>"), html);
        assertTrue(html.contains("<h1 id=\"a--b\">A &amp; B</h1>"), html);
        assertTrue(html.contains("<p>One <code>x &lt; y</code> <strong>bold</strong> <em>soft</em>\nline.</p>"), html);
        assertTrue(html.contains("<li>a\nb</li>\n<li>c</li>"), html);
        assertTrue(html.contains("<pre><code>code &lt;\n</code></pre>"), html);
        assertTrue(html.contains("<th>h</th>"), html);
        assertTrue(html.contains("<td><code>a</code></td>"), html);
        assertTrue(html.contains("<a href=\"laws.html#kaplan\">laws</a> other"), html);
        assertFalse(html.contains("CONTRIBUTING"), html);
    }
}
