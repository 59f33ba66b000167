package org.isoflop.core.chart;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.core.Messages;
import org.isoflop.core.Version;
import org.isoflop.core.json.LawFormula;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ObservedLossData;
import org.isoflop.core.mapping.StudyData.SourceData;
import org.isoflop.model.Verification;
import org.isoflop.model.annotation.Features;

/**
 * What a reader of an exported chart must know of it: what it shows, by which laws with which constants, where these
 * were fitted, how far the chart goes past that, and where all of it comes from.
 */
public final class Caption {

    private static final Pattern MARKS = Pattern.compile("([\\\\`*_\\[\\]<>#|~])");

    private final Plot plot;
    private final StudyData data;
    private final Origin origin;
    private final Locale locale;
    private final List<LawData> laws;
    private final List<SourceData> sources;

    /**
     * Where the study of a chart comes from.
     *
     * @param file
     *            name of its file, or null if it has none
     * @param hash
     *            SHA-256 of its file, or null if the study is not as the file has it
     */
    public record Origin(String file, String hash) {
    }

    /** The two ways to write a caption. */
    public enum Form {
        /** Plain text. */
        TEXT,
        /** Markdown. */
        MARKDOWN
    }

    private Caption(Plot plot, ChartData chart, Focus focus, StudyData data, Origin origin, Locale locale) {
        this.plot = plot;
        this.data = data;
        this.origin = origin;
        this.locale = locale;
        Selection selection = Selection.of(data, chart, focus, locale, () -> false);
        Set<String> groups = plot.series().stream().map(Series::group).collect(Collectors.toSet());
        List<LawData> shown = Charts.shownLaws(chart, focus, data);
        laws = shown.size() == 1 ? shown
                : shown.stream().filter(law -> groups.contains(selection.name(law))).toList();
        sources = sources(selection);
    }

    /**
     * Writes the caption of a chart.
     *
     * @param plot
     *            the chart as it is drawn
     * @param chart
     *            what it shows
     * @param focus
     *            what stands out in it
     * @param data
     *            the study
     * @param origin
     *            where the study comes from
     * @param locale
     *            language and number format
     * @param form
     *            plain text or Markdown
     * @return the caption, lines ended by a line feed
     */
    public static String write(Plot plot, ChartData chart, Focus focus, StudyData data, Origin origin, Locale locale,
            Form form) {
        Caption caption = new Caption(plot, chart, focus, data, origin, locale);
        return form == Form.TEXT ? caption.text() : caption.markdown();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(plot.title());
        lines.add(plot.description());
        for (LawData law : laws) {
            lines.add("");
            lines.add(name(law));
            LawFormula.lines(law.law().form()).forEach(line -> lines.add("  " + line));
            facts(law).forEach(fact -> lines.add("  " + fact));
        }
        if (!plot.notes().isEmpty()) {
            lines.add("");
            lines.addAll(plot.notes());
        }
        if (!sources.isEmpty()) {
            lines.add("");
            lines.add(say("caption.sources"));
            for (int i = 0; i < sources.size(); i++) {
                lines.add("[" + (i + 1) + "] " + reference(sources.get(i)));
            }
        }
        lines.add("");
        lines.add(provenance());
        return String.join("\n", lines) + "\n";
    }

    private String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("**" + escaped(plot.title()) + "**");
        lines.add("");
        lines.add(escaped(plot.description()));
        for (LawData law : laws) {
            lines.add("");
            lines.add("- **" + escaped(name(law)) + "**");
            LawFormula.lines(law.law().form()).forEach(line -> lines.add("  - `" + line + "`"));
            facts(law).forEach(fact -> lines.add("  - " + escaped(fact)));
        }
        if (!plot.notes().isEmpty()) {
            lines.add("");
            lines.add(plot.notes().stream().map(Caption::escaped).collect(Collectors.joining(" ")));
        }
        if (!sources.isEmpty()) {
            lines.add("");
            lines.add(escaped(say("caption.sources")));
            lines.add("");
            for (int i = 0; i < sources.size(); i++) {
                lines.add(i + 1 + ". " + escaped(reference(sources.get(i))));
            }
        }
        lines.add("");
        lines.add("*" + escaped(provenance()) + "*");
        return String.join("\n", lines) + "\n";
    }

    private List<String> facts(LawData law) {
        List<String> facts = new ArrayList<>();
        facts.add(say("caption.constants", law.law().constants().entrySet().stream()
                .map(constant -> constant.getKey() + " = " + exact(constant.getValue()))
                .collect(Collectors.joining("; "))));
        if (!law.law().inputs().isEmpty()) {
            facts.add(say("caption.inputs", law.law().form().ownInputs().stream()
                    .filter(input -> law.law().inputs().containsKey(input.symbol()))
                    .map(input -> input.symbol() + " = "
                            + input.show(law.law().inputs().get(input.symbol()), locale))
                    .collect(Collectors.joining("; "))));
        }
        facts.add(say("caption.counting",
                law.parameterCount() == null ? say("caption.notSaid")
                        : Features.valueLabel(law.parameterCount(), locale),
                law.computeCount() == null ? say("caption.notSaid")
                        : Features.valueLabel(law.computeCount(), locale)));
        facts.add(law.corpus() == null || law.corpus().isBlank() ? say("caption.corpus.none")
                : say("caption.corpus", law.corpus()));
        Map<Variable, Range> ranges = new TreeMap<>(law.law().fittedRange());
        facts.add(ranges.isEmpty()
                ? say("caption.fitted.none")
                : say("caption.fitted", ranges.entrySet().stream()
                        .map(range -> say("caption.range", range.getKey().text(locale),
                                Quantities.format(range.getValue().low(), range.getKey().unit(), locale),
                                Quantities.format(range.getValue().high(), range.getKey().unit(), locale)))
                        .collect(Collectors.joining("; "))));
        extrapolation(law).ifPresent(facts::add);
        int source = sources.indexOf(data.findSource(law.source()).orElse(null));
        String status = law.status() == null ? say("caption.notSaid") : Features.valueLabel(law.status(), locale);
        facts.add(source < 0 ? say("caption.status", status) : say("caption.statusSource", status, source + 1));
        return facts;
    }

    /** How far the horizontal axis reaches past what the law was fitted on. */
    private Optional<String> extrapolation(LawData law) {
        Variable variable = plot.x().unit() == Variable.PARAMETERS.unit() ? Variable.PARAMETERS : Variable.COMPUTE;
        Range range = law.law().fittedRange().get(variable);
        if (range == null) {
            return Optional.empty();
        }
        double below = plot.x().low() < range.low() ? Math.log10(range.low() / plot.x().low()) : 0;
        double above = plot.x().high() > range.high() ? Math.log10(plot.x().high() / range.high()) : 0;
        return below <= 0 && above <= 0 ? Optional.empty()
                : Optional.of(say("caption.extrapolates", below, above));
    }

    private List<SourceData> sources(Selection selection) {
        Set<String> ids = new LinkedHashSet<>();
        for (LawData law : laws) {
            ids.add(law.source());
            law.constants().forEach(constant -> add(ids, constant.value()));
        }
        Set<String> points = plot.series().stream().flatMap(series -> series.pointLabels().stream())
                .collect(Collectors.toSet());
        for (ModelData model : selection.models()) {
            if (points.contains(selection.name(model.name(), model.id()))) {
                Stream.of(model.parameters(), model.tokens(), model.compute()).forEach(figure -> add(ids, figure));
                model.observedLosses().stream().map(ObservedLossData::loss).forEach(figure -> add(ids, figure));
            }
        }
        if (Charts.resourceViews().contains(Objects.requireNonNullElse(selection.chart().view(), ""))) {
            hardware(selection, ids);
        }
        return ids.stream().flatMap(id -> data.findSource(id).stream()).toList();
    }

    /** The sources of the models and accelerators that a chart of hardware names anywhere. */
    private void hardware(Selection selection, Set<String> ids) {
        String named = String.join("\n", plot.groups()) + plot.rules() + plot.notes() + plot.x().ticks()
                + plot.y().ticks();
        for (ModelData model : selection.models()) {
            if (named.contains(selection.name(model.name(), model.id()))) {
                add(ids, model.parameters());
                if (model.training() != null) {
                    Stream.of(model.tokens(), model.compute(), model.training().deviceHours(),
                            model.training().energy(), model.training().carbon()).forEach(figure -> add(ids, figure));
                }
            }
        }
        for (AcceleratorData accelerator : selection.accelerators()) {
            if (named.contains(selection.name(accelerator.name(), accelerator.id()))) {
                accelerator.peaks().forEach(peak -> add(ids, peak.throughput()));
                Stream.of(accelerator.memory(), accelerator.bandwidth(), accelerator.interconnect(),
                        accelerator.power()).forEach(figure -> add(ids, figure));
                accelerator.prices().forEach(price -> {
                    add(ids, price.rent());
                    add(ids, price.purchase());
                });
            }
        }
    }

    private static void add(Set<String> ids, Figure figure) {
        if (figure != null && figure.source() != null) {
            ids.add(figure.source());
        }
    }

    private String reference(SourceData source) {
        List<String> parts = new ArrayList<>();
        String year = source.year() == null ? "" : " (" + source.year() + ")";
        parts.add((source.authors() == null ? citation(source) : source.authors()) + year);
        Stream.of(source.title(), source.identifier(), source.locator())
                .filter(part -> part != null && !part.isBlank()).forEach(parts::add);
        Verification verification = source.verification() == null ? Verification.UNVERIFIED : source.verification();
        parts.add(say("verification." + verification.getLiteral()));
        return String.join(". ", parts.stream().map(part -> part.endsWith(".") ? part.substring(0, part.length() - 1)
                : part).toList()) + ".";
    }

    private static String citation(SourceData source) {
        return source.citation() == null ? source.id() : source.citation();
    }

    private String provenance() {
        String study = data.name() == null ? String.valueOf(data.id()) : data.name().get(locale);
        if (origin.hash() != null) {
            return say("caption.provenance", Version.text(), study, String.valueOf(origin.file()), origin.hash());
        }
        return origin.file() == null
                ? say("caption.provenance.noFile", Version.text(), study)
                : say("caption.provenance.changed", Version.text(), study, origin.file());
    }

    private String name(LawData law) {
        return law.name() == null || law.name().get(locale).isBlank() ? law.id()
                : law.name().get(locale) + " (" + law.id() + ")";
    }

    /** All digits, with the reader's decimal separator. */
    private String exact(double value) {
        return Quantities.exact(value).replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    private String say(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }

    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$1");
    }
}
