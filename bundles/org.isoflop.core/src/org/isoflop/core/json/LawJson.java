package org.isoflop.core.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Extrapolation;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.Law;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.SourceData;
import org.isoflop.model.Verification;

/** Laws as JSON. */
public final class LawJson {

    /** What formulas give under the names of loss, allocation and compute. */
    private static final Set<String> KNOWN = Set.of("L", "N", "D", "C");

    private LawJson() {
    }

    /**
     * Describes a law.
     *
     * @param data
     *            a well-formed law
     * @param study
     *            the study that holds its source
     * @return {@code {id, form, formula, answers, inputs, constants, counts, corpus, fittedRange, source,
     *         verification}}; the inputs are those of a form of its own
     */
    public static Map<String, Object> law(LawData data, StudyData study) {
        Law law = data.law();
        Map<String, Object> tree = Json.object();
        tree.put("id", data.id());
        Json.put(tree, "name", data.name() == null ? null : data.name().get(Locale.ENGLISH));
        tree.put("form", law.form().id());
        tree.put("formula", LawFormula.lines(law.form()));
        tree.put("answers", answers(law));
        if (!law.form().ownInputs().isEmpty()) {
            tree.put("inputs", law.form().ownInputs().stream().<Object>map(LawJson::input).toList());
        }
        Map<String, Object> constants = Json.object();
        constants.putAll(law.constants());
        tree.put("constants", constants);
        tree.put("counts", counts(law));
        tree.put("corpus", data.corpus());
        Map<String, Object> ranges = Json.object();
        law.fittedRange().forEach((variable, range) -> {
            Map<String, Object> ends = Json.object();
            ends.put("low", range.low());
            ends.put("high", range.high());
            ranges.put(variable.key(), ends);
        });
        tree.put("fittedRange", ranges);
        SourceData source = study.findSource(data.source()).orElse(null);
        Json.put(tree, "source", source == null ? null : source.citation());
        Json.put(tree, "identifier", source == null ? null : source.identifier());
        tree.put("verification", source == null || source.verification() == null
                ? Verification.UNVERIFIED.getLiteral()
                : source.verification().getLiteral());
        return tree;
    }

    /** Loss and allocation, and then the symbols of whatever else its formulas give. */
    private static List<String> answers(Law law) {
        return Stream.concat(
                Stream.of(Answer.values()).filter(law.answers()::contains)
                        .map(answer -> answer.name().toLowerCase(Locale.ROOT)),
                law.form().ownFormulas().stream().map(Formula::symbol).filter(symbol -> !KNOWN.contains(symbol)))
                .toList();
    }

    private static Map<String, Object> input(Input input) {
        Map<String, Object> tree = Json.object();
        tree.put("symbol", input.symbol());
        tree.put("name", input.text(Locale.ENGLISH));
        tree.put("unit", input.unit().key());
        Json.put(tree, "value", input.value());
        if (input.range() != null) {
            tree.put("low", input.range().low());
            tree.put("high", input.range().high());
        }
        return tree;
    }

    /**
     * Puts the inputs of its own at which a law answered.
     *
     * @param answer
     *            receives them, if there are any
     * @param law
     *            the law as it was asked
     */
    public static void inputs(Map<String, Object> answer, Law law) {
        if (!law.inputs().isEmpty()) {
            answer.put("inputs", law.inputs());
        }
    }

    /**
     * Describes how a law counts.
     *
     * @param law
     *            a law
     * @return {@code {parameters, compute}}
     */
    public static Map<String, Object> counts(Law law) {
        Map<String, Object> counts = Json.object();
        counts.put("parameters", law.counting().parameters().key());
        counts.put("compute", law.counting().compute().key());
        return counts;
    }

    /**
     * Describes how far an answer lies outside the fitted range.
     *
     * @param extrapolations
     *            one for each variable outside
     * @return a list of {@code {variable, value, low, high, decades}}
     */
    public static List<Object> extrapolates(List<Extrapolation> extrapolations) {
        return extrapolations.stream().<Object>map(extrapolation -> {
            Map<String, Object> tree = Json.object();
            tree.put("variable", extrapolation.variable().key());
            tree.put("value", extrapolation.value());
            tree.put("low", extrapolation.low());
            tree.put("high", extrapolation.high());
            tree.put("decades", extrapolation.decades());
            return tree;
        }).toList();
    }
}
