package org.isoflop.core.report;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import org.isoflop.core.Messages;
import org.isoflop.core.mapping.StudyData.SourceData;
import org.isoflop.core.study.SourceLink;
import org.isoflop.model.Verification;

/** The sources of a study as a numbered list, and the numbers by which the page cites them. */
final class References {

    private final List<SourceData> sources;
    private final Locale locale;

    References(List<SourceData> sources, Locale locale) {
        this.sources = sources;
        this.locale = locale;
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Adds a citation as it stands in a working: the number of its source, or else the words. */
    void cite(Html html, String citation) {
        int number = IntStream.range(0, sources.size()).filter(i -> citation.equals(citation(sources.get(i))))
                .findFirst().orElse(-1) + 1;
        if (number == 0) {
            html.text(citation);
        } else {
            html.raw("<a href=\"#source-" + number + "\">").text("[" + number + "]").raw("</a>");
        }
    }

    private static String citation(SourceData source) {
        return source.citation() == null ? source.id() : source.citation();
    }

    void list(Html html) {
        html.raw("<ol class=\"sources\">\n");
        for (int i = 0; i < sources.size(); i++) {
            html.raw("<li id=\"source-" + (i + 1) + "\">");
            entry(html, sources.get(i));
            html.raw("</li>\n");
        }
        html.raw("</ol>\n");
    }

    private void entry(Html html, SourceData source) {
        String who = source.authors() == null ? citation(source) : source.authors();
        html.text(source.year() == null || who.contains(source.year().toString()) ? who
                : who + " (" + source.year() + ")");
        html.text(who.endsWith(".") && source.year() == null ? " " : ". ");
        if (source.title() != null) {
            html.element("cite", source.title()).text(". ");
        }
        if (source.identifier() != null) {
            identifier(html, source.identifier());
            html.text(source.locator() == null ? ". " : ", ");
        }
        if (source.locator() != null) {
            html.text(source.locator()).text(". ");
        }
        if (source.readOn() != null) {
            html.text(Messages.text(locale, "report.readOn", source.readOn())).text(" ");
        }
        Verification verification = Objects.requireNonNullElse(source.verification(), Verification.UNVERIFIED);
        html.element("span", verification == Verification.UNVERIFIED ? "tag doubt" : "tag",
                Messages.text(locale, "verification." + verification.getLiteral()));
    }

    private static void identifier(Html html, String identifier) {
        String address = SourceLink.of(identifier).map(URI::toASCIIString).orElse(null);
        if (address == null) {
            html.text(identifier);
        } else {
            html.raw("<a rel=\"noopener noreferrer\" href=\"").text(address).raw("\">").text(identifier).raw("</a>");
        }
    }
}
