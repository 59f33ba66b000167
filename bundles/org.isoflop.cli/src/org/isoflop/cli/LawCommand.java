package org.isoflop.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Point;
import org.isoflop.core.catalog.Catalog.LawInStudy;
import org.isoflop.core.json.LawJson;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that ask one law have in common: the law, its own inputs, and how an answer ends. */
abstract class LawCommand implements Callable<Integer> {

    final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--law", required = true, paramLabel = "LAW", descriptionKey = "law")
    String lawName;

    @Mixin
    InputOption input = new InputOption();

    LawCommand(Console console) {
        this.console = console;
    }

    LawInStudy find() {
        return LawLookup.find(console, lawName);
    }

    /** Prints an answer as JSON, with what was put in, how the law counts and how far it extrapolates. */
    void finish(Map<String, Object> answer, Law law, Point point) {
        LawJson.inputs(answer, law);
        answer.put("counts", LawJson.counts(law));
        answer.put("extrapolates", LawJson.extrapolates(law.extrapolates(point)));
        console.answer(answer);
    }

    /** Prints the same under an answer in words. */
    void finish(Law law, Point point) {
        LawText.inputs(console, law);
        LawText.counts(console, law);
        LawText.warn(console, law.extrapolates(point));
    }
}
