package org.isoflop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.isoflop.analysis.law.Input;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.json.Json;
import org.isoflop.core.json.LawFormula;
import org.isoflop.core.json.LawJson;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code laws}: the laws of the catalog, or of a study. */
@Command(name = "laws")
final class LawsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "STUDY", descriptionKey = "study")
    String study;

    LawsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<StudyData> studies = study == null
                ? Catalog.studies()
                : List.of(StudyMapper.map(console.open(study).study()));
        if (console.json()) {
            List<Object> laws = new ArrayList<>();
            for (StudyData data : studies) {
                data.laws().stream().filter(law -> law.law() != null).forEach(law -> laws.add(LawJson.law(law, data)));
            }
            Map<String, Object> answer = Json.object();
            answer.put("laws", laws);
            console.answer(answer);
            return ExitStatus.DONE;
        }
        int width = studies.stream().flatMap(data -> data.laws().stream()).mapToInt(law -> law.id().length()).max()
                .orElse(0);
        for (StudyData data : studies) {
            for (LawData law : data.laws()) {
                if (law.law() != null) {
                    print(law, data, width);
                }
            }
        }
        return ExitStatus.DONE;
    }

    private String describe(LawData law, Input input) {
        Double value = law.law().inputs().get(input.symbol());
        String name = input.text(console.locale());
        return value == null
                ? console.text("laws.input", input.symbol(), name)
                : console.text("laws.inputValue", input.symbol(), name, input.show(value, console.locale()));
    }

    private void print(LawData law, StudyData data, int width) {
        Locale locale = console.locale();
        String pad = " ".repeat(width - law.id().length());
        console.print(law.id() + pad + "  " + (law.name() == null ? "" : law.name().get(locale)));
        LawFormula.lines(law.law().form()).forEach(line -> console.print(" ".repeat(width + 2) + line));
        console.print(" ".repeat(width + 2) + String.join("  ", law.law().constants().entrySet().stream()
                .map(constant -> constant.getKey() + " = " + LawText.number(constant.getValue(), locale)).toList()));
        law.law().form().ownInputs().forEach(input -> console.print(" ".repeat(width + 2) + describe(law, input)));
        String ranges = LawText.ranges(console, law.law());
        if (!ranges.isEmpty()) {
            console.print(" ".repeat(width + 2) + console.text("laws.fitted", ranges));
        }
        data.findSource(law.source())
                .ifPresent(source -> console.print(" ".repeat(width + 2) + (source.citation() == null
                        ? source.id()
                        : source.citation()) + " (" + console.text(
                                "verification." + (source.verification() == null
                                        ? Verification.UNVERIFIED
                                        : source.verification()).getLiteral())
                        + ")"));
    }
}
