package org.isoflop.ui.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isoflop.core.example.Examples;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.edit.Opened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fix, on a study that has exactly its fault: afterwards the finding is gone, and undoing brings it back. */
class FixesTest {

    private static final String SOURCE = "'sources': [{'id': 'src', 'citation': 'C'}]";
    private static final String CHINCHILLA = "{'symbol': 'E', 'value': 1.7}, {'symbol': 'A', 'value': 400},"
            + " {'symbol': 'B', 'value': 400}, {'symbol': 'alpha', 'value': 0.3}, {'symbol': 'beta', 'value': 0.3}";

    private record Case(String fix, String code, String study, String expected) {

        @Override
        public String toString() {
            return fix + " of " + code;
        }
    }

    private static String model(String members) {
        return "'models': [{'id': 'm', " + members + "}]";
    }

    private static String quantity(String members) {
        return model("'parameters': {" + members + "}");
    }

    private static String law(String form, String constants, String more) {
        return SOURCE + ", 'laws': [{'id': 'l', " + form + "'constants': [" + constants
                + "], 'source': 'src'" + more + "}]";
    }

    private static String chip(String members) {
        return "'accelerators': [{'id': 'chip', " + members + "}]";
    }

    private static String step(String members) {
        return law("'form': 'chinchilla', ", CHINCHILLA, "") + ", 'accelerators': [{'id': 'chip', 'peaks': ["
                + "{'precision': 'bf16', 'throughput': 1e15}, {'precision': 'fp8', 'throughput': 2e15}]}],"
                + " 'scenarios': [{'id': 'sc', 'law': 'l', 'strategies': [{'id': 'st', 'steps': [{'type': 'Pretrain'"
                + members + "}]}]}]";
    }

    /** A strategy that takes a model, and what follows. */
    private static String steps(String more) {
        return model("'parameters': 1e9") + ", " + law("'form': 'chinchilla', ", CHINCHILLA, "")
                + ", 'scenarios': [{'id': 'sc', 'law': 'l', 'strategies': [{'id': 'st', 'steps': ["
                + "{'type': 'UseModel', 'model': 'm'}" + (more.isEmpty() ? "" : ", " + more) + "]}]}]";
    }

    private static String served(String more) {
        return steps("{'type': 'Serve'}, " + more).replace("'strategies'", "'workload': {'answerTokens': 1},"
                + " 'strategies'");
    }

    static Stream<Case> cases() {
        String chinchilla = "'form': 'chinchilla', ";
        return Stream.of(
                new Case("RenameKey", "W_MISSPELT_KEY", model("'paramters': {'value': 7, 'low': 5, 'high': 9}"),
                        "\"low\": 5"),
                new Case("RemoveKey", "W_MISSPELT_KEY", model("'paramters': 7"), "\"m\""),
                new Case("RemoveKey", "W_UNKNOWN_KEY", model("'colour': {'a': [1]}"), "\"m\""),
                new Case("GiveIdentifier", "E_REQUIRED", "'models': [{'name': 'Big One'}]", "\"big-one\""),
                new Case("SpellIdentifier", "E_ID_PATTERN", "'models': [{'id': 'Big One!'}]", "\"big-one\""),
                new Case("NumberIdentifiers", "E_DUPLICATE_ID",
                        "'models': [{'id': 'a'}, {'id': 'a'}], 'datasets': [{'id': 'a'}]", "\"a-3\""),
                new Case("CiteByName", "E_REQUIRED", "'sources': [{'id': 'x', 'title': 'A paper'}]",
                        "\"citation\": \"A paper\""),
                new Case("TakeMiddle", "E_REQUIRED", quantity("'low': 4, 'high': 9"), "\"value\": 6"),
                new Case("RemoveQuantity", "E_REQUIRED", quantity("'status': 'assumed'"), "\"m\""),
                new Case("TakeForm", "E_LAW_UNUSABLE", law("'form': 'chinchila', ", CHINCHILLA, ""),
                        "\"form\": \"chinchilla\""),
                new Case("TakeForm", "E_REQUIRED", law("", CHINCHILLA, ""), "\"form\": \"chinchilla\""),
                new Case("AddConstants", "E_LAW_UNUSABLE", law(chinchilla, "{'symbol': 'E', 'value': 1.7}", ""),
                        "\"symbol\": \"beta\""),
                new Case("AddConstants", "E_REQUIRED",
                        SOURCE + ", 'laws': [{'id': 'l', 'form': 'chinchilla', 'source': 'src'}]",
                        "\"symbol\": \"beta\""),
                new Case("RemoveConstants", "E_LAW_UNUSABLE",
                        law(chinchilla, CHINCHILLA + ", {'symbol': 'zeta', 'value': 1}", ""), "\"beta\""),
                new Case("AssumeConstants", "E_LAW_UNUSABLE",
                        law(chinchilla, CHINCHILLA.replace("'value': 1.7", "'value': -1"), ""), "\"assumed\""),
                new Case("AssumeConstants", "E_REQUIRED",
                        law(chinchilla, CHINCHILLA.replace(", 'value': 1.7", ""), ""), "\"assumed\""),
                new Case("NameConstant", "E_REQUIRED",
                        law(chinchilla, CHINCHILLA.replace("'symbol': 'beta', ", ""), ""), "\"beta\""),
                new Case("NameConstant", "E_DUPLICATE_CONSTANT",
                        law(chinchilla, CHINCHILLA.replace("'beta'", "'alpha'"), ""), "\"beta\""),
                new Case("TakeView", "E_NO_SUCH_VIEW", "'charts': [{'id': 'c', 'view': 'scaling-curve'}]",
                        "\"scaling-curves\""),
                new Case("TakeView", "E_REQUIRED", "'charts': [{'id': 'c'}]", "\"view\": "),
                new Case("SwapEnds", "E_INTERVAL_ORDER", quantity("'value': 5, 'low': 9, 'high': 4"), "\"low\": 4"),
                new Case("SwapEnds", "E_RANGE_ORDER", law(chinchilla, CHINCHILLA,
                        ", 'ranges': [{'variable': 'tokens', 'low': 9, 'high': 4}]"), "\"low\": 4"),
                new Case("WidenInterval", "E_VALUE_OUTSIDE", quantity("'value': 5, 'low': 6, 'high': 9"),
                        "\"low\": 5"),
                new Case("RemoveInterval", "E_VALUE_OUTSIDE", quantity("'value': 5, 'low': 6, 'high': 9"),
                        "\"parameters\": 5"),
                new Case("RemoveInterval", "W_HALF_INTERVAL", quantity("'value': 5, 'low': 4"), "\"parameters\": 5"),
                new Case("RemoveInterval", "E_INTERVAL_ORDER", quantity("'value': 5, 'low': 9, 'high': 4"),
                        "\"parameters\": 5"),
                new Case("RemoveInterval", "E_LOGNORMAL",
                        "'accelerators': [{'id': 'chip', 'prices': [{'purchase': {'value': 1, 'low': 0, 'high': 2,"
                                + " 'shape': 'lognormal'}}]}]",
                        "\"purchase\": 1"),
                new Case("RemoveShape", "W_NO_INTERVAL", quantity("'value': 5, 'level': 0.9, 'shape': 'uniform'"),
                        "\"parameters\": 5"),
                new Case("UsualLevel", "E_LEVEL", quantity("'value': 5, 'low': 4, 'high': 6, 'level': 1"),
                        "\"high\": 6"),
                new Case("NormalShape", "E_LOGNORMAL",
                        "'accelerators': [{'id': 'chip', 'prices': [{'purchase': {'value': 1, 'low': 0, 'high': 2,"
                                + " 'shape': 'lognormal'}}]}]",
                        "\"normal\""),
                new Case("ReadPercent", "E_ABOVE_MAXIMUM",
                        step(", 'utilisation': {'value': 40, 'low': 35, 'high': 45}"), "\"value\": 0.4"),
                new Case("MakePositive", "E_NOT_ABOVE", quantity("'value': -5"), "\"parameters\": 5"),
                new Case("MakePositive", "E_BELOW_MINIMUM", chip("'prices': [{'purchase': -5}]"), "\"purchase\": 5"),
                new Case("RemoveNumber", "E_NOT_ABOVE", "'charts': [{'id': 'c', 'view': 'isoflop',"
                        + " 'budgets': [1e20, 0, 1e21]}]", "1e21"),
                new Case("RemoveNumber", "E_BELOW_MINIMUM", "'sources': [{'id': 'x', 'citation': 'C', 'year': 12}]",
                        "\"C\""),
                new Case("RemoveNumber", "E_ABOVE_MAXIMUM", "'sources': [{'id': 'x', 'citation': 'C', 'year': 20222}]",
                        "\"C\""),
                new Case("SpellDate", "E_DATE", model("'released': '17 April 2023'"), "\"2023-04-17\""),
                new Case("RemoveDate", "E_DATE", model("'released': 'soon'"), "\"m\""),
                new Case("SwapParameters", "E_ACTIVE_PARAMETERS", model("'parameters': 5, 'activeParameters': 9"),
                        "\"parameters\": 9"),
                new Case("TakeCount", "W_PARAMETERS_DIFFER",
                        model("'parameters': 7e6, 'architecture': {'hiddenSize': 64, 'vocabularySize': 100,"
                                + " 'head': 'tied', 'norm': 'scale', 'layers': [{'count': 2, 'mixer':"
                                + " {'type': 'Attention', 'heads': 4, 'headSize': 16}}]}"),
                        "\"value\": 39488"),
                new Case("ComputeAnew", "W_COMPUTE",
                        model("'parameters': 1e9, 'training': {'tokens': 1e10, 'compute': 1}"), "\"value\": 6e19"),
                new Case("ComputeAnew", "W_STEP_COMPUTE",
                        step(", 'parameters': 1e9, 'tokens': 1e10, 'compute': 1e19"), "\"value\": 6e19"),
                new Case("RemoveCompute", "W_COMPUTE",
                        model("'parameters': 1e9, 'training': {'tokens': 1e10, 'compute': 1}"),
                        "\"tokens\": 10000000000"),
                new Case("RemoveCompute", "W_STEP_COMPUTE",
                        step(", 'parameters': 1e9, 'tokens': 1e10, 'compute': 1e19"), "\"tokens\": 10000000000"),
                new Case("TakePrecision", "W_NO_PEAK", step(", 'accelerator': 'chip', 'precision': 'BF-16'"),
                        "\"precision\": \"bf16\""),
                new Case("CiteCatalog", "W_LAW_SOURCE", hoffmann(), "\"arXiv:2203.15556\""),
                new Case("AddSource", "W_LAW_SOURCE",
                        "'laws': [{'id': 'l', 'form': 'chinchilla', 'constants': [" + CHINCHILLA + "]}]",
                        "\"verification\": \"unverified\""),
                new Case("ConfirmSource", "I_UNVERIFIED_SOURCE",
                        "'sources': [{'id': 'x', 'citation': 'C', 'verification': 'unverified'}]", "\"primary\""),
                new Case("AddStep", "E_NO_STEPS", law(chinchilla, CHINCHILLA, "")
                        + ", 'scenarios': [{'id': 'sc', 'law': 'l', 'strategies': [{'id': 'st'}]}]", "\"Pretrain\""),
                new Case("AddStrategy", "W_NO_STRATEGIES",
                        law(chinchilla, CHINCHILLA, "") + ", 'scenarios': [{'id': 'sc', 'law': 'l'}]",
                        "\"Pretrain\""),
                new Case("TakeLaw", "W_NO_LAW", law(chinchilla, CHINCHILLA, "")
                        + ", 'scenarios': [{'id': 'sc', 'strategies': [{'id': 'st',"
                        + " 'steps': [{'type': 'Pretrain'}]}]}]",
                        "\"law\": \"l\""),
                new Case("TakeCorpus", "E_REQUIRED",
                        law(chinchilla, CHINCHILLA, ", 'corpus': 'MassiveText'") + ", "
                                + model("'observedLosses': [{'loss': 2}]"),
                        "\"corpus\": \"MassiveText\""),
                new Case("AddWorkload", "W_NO_WORKLOAD", steps("{'type': 'Serve'}"), "\"workload\": {"),
                new Case("UseFirstModel", "E_NO_MODEL_YET", steps("").replace("{'type': 'UseModel', 'model': 'm'}",
                        "{'type': 'FineTune'}"), "\"UseModel\""),
                new Case("UseFirstModel", "E_NO_TEACHER", steps("").replace("{'type': 'UseModel', 'model': 'm'}",
                        "{'type': 'Distil', 'parameters': 1e9}"), "\"UseModel\""),
                new Case("GiveRank", "E_NO_RANK", steps("{'type': 'FineTune', 'method': 'lora'}"), "\"rank\": 16"),
                new Case("RemoveUnused", "W_RANK_UNUSED", steps("{'type': 'FineTune', 'method': 'full', 'rank': 8}"),
                        "\"full\""),
                new Case("RemoveUnused", "W_PROMPT_TOKENS_UNUSED", steps("{'type': 'FineTune', 'promptTokens': 8}"),
                        "\"FineTune\""),
                new Case("RemoveUnused", "W_RUN_CLASS_UNUSED", steps("{'type': 'FineTune', 'utilisation': 0.4,"
                        + " 'runClass': 'wholeRuns'}"), "\"FineTune\""),
                new Case("RemoveUnused", "W_STUDENT_TWICE", steps("{'type': 'Distil', 'model': 'm',"
                        + " 'parameters': 1e9}"), "\"Distil\""),
                new Case("RemoveUnused", "W_PRUNED_TWICE", steps("{'type': 'Prune', 'model': 'm', 'keep': 0.5}"),
                        "\"Prune\""),
                new Case("RemoveUnused", "W_SPARSE_HALF", steps("{'type': 'Prune', 'sparse': true, 'keep': 0.3}"),
                        "\"sparse\": true"),
                new Case("MoveServing", "E_AFTER_SERVING", served("{'type': 'Quantise', 'weightBits': 4}"),
                        "\"Quantise\""),
                new Case("RemovePart", "E_AFTER_SERVING", served("{'type': 'Quantise', 'weightBits': 4}"),
                        "\"Serve\""),
                new Case("RemovePart", "E_SERVED_TWICE", served("{'type': 'Serve'}"), "\"Serve\""),
                new Case("RemovePart", "E_SECOND_MODEL", steps("{'type': 'Pretrain'}"), "\"UseModel\""),
                new Case("RemovePart", "E_BOUGHT_SERVICE", steps("{'type': 'FineTune'}").replace("'model': 'm'}",
                        "'model': 'm', 'pricePerMillion': 1}"), "\"pricePerMillion\": 1"),
                new Case("ReadPercent", "E_NOT_BELOW", steps("{'type': 'ContinuePretraining', 'replay': 10}"),
                        "\"replay\": 0.1"),
                new Case("RemoveNumber", "E_NOT_BELOW", steps("{'type': 'ContinuePretraining', 'replay': 10}"),
                        "\"ContinuePretraining\""),
                new Case("RemovePart", "E_REQUIRED", chip("'peaks': [{'precision': 'bf16'}]"), "\"chip\""),
                new Case("RemovePart", "W_EMPTY_PRICE", chip("'prices': [{'date': '2023'}]"), "\"chip\""),
                new Case("RemovePart", "W_EMPTY_RANGE",
                        law(chinchilla, CHINCHILLA, ", 'ranges': [{'variable': 'tokens'}]"), "\"beta\""),
                new Case("RemovePart", "E_DUPLICATE_CONSTANT",
                        law(chinchilla, CHINCHILLA + ", {'symbol': 'beta', 'value': 0.3}", ""), "\"beta\""),
                new Case("RemovePart", "E_DUPLICATE_PEAK", chip("'peaks': [{'precision': 'bf16', 'throughput': 1e15},"
                        + " {'precision': 'bf16', 'throughput': 2e15}]"), "\"bf16\""),
                new Case("RemovePart", "E_DUPLICATE_RANGE", law(chinchilla, CHINCHILLA, ", 'ranges': ["
                        + "{'variable': 'tokens', 'low': 1, 'high': 2}, {'variable': 'tokens', 'low': 1, 'high': 3}]"),
                        "\"tokens\""));
    }

    /** A law with the published constants, whose source was forgotten. */
    private static String hoffmann() {
        Opened example = Opened.of(Examples.content("end-of-the-giants"));
        var law = example.study().getLaws().stream().filter(each -> each.getId().startsWith("hoffmann-2022-rounded"))
                .findFirst().orElseThrow();
        return "'laws': [{'id': 'l', 'form': '" + law.getForm() + "', 'constants': ["
                + law.getConstants().stream().map(constant -> "{'symbol': '" + constant.getSymbol() + "', 'value': "
                        + constant.getValue().getValue() + "}").collect(Collectors.joining(","))
                + "]}]";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mendsItsFinding(Case each) {
        Opened opened = Opened.of(each.study());
        String before = opened.text();
        Finding finding = opened.findings().stream().filter(found -> found.code().equals(each.code())).findFirst()
                .orElseGet(() -> fail(opened.findings().toString()));
        Set<String> others = keys(opened);
        Fixes.Offer offer = Fixes.of(opened.study(), finding).stream()
                .filter(made -> made.fix().key().equals(each.fix())).findFirst()
                .orElseGet(() -> fail("not offered for " + finding));
        assertFalse(offer.label().isBlank());
        assertTrue(offer.explanation().length() > 20, offer.explanation());
        assertFalse(offer.explanation().contains("{"), offer.explanation());
        assertEquals(before, opened.text(), "asking changes nothing");
        offer.apply(opened.edits());
        assertEquals(offer.label(), opened.undoLabel());
        String after = opened.text();
        assertTrue(after.contains(each.expected()), after);
        assertTrue(opened.findings().stream()
                .noneMatch(left -> left.code().equals(each.code()) && left.path().equals(finding.path())),
                () -> opened.findings().toString());
        Set<String> remaining = keys(opened);
        remaining.removeAll(others);
        remaining.removeIf(key -> key.startsWith("INFO"));
        assertEquals(Set.of(), remaining, "nothing else is broken");
        opened.undo();
        assertEquals(before, opened.text());
        opened.redo();
        assertEquals(after, opened.text());
    }

    private static Set<String> keys(Opened opened) {
        return opened.findings().stream().map(found -> found.severity() + " " + found.code() + " " + found.path())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void everyFixIsTriedForEveryCodeThatItNames() {
        Set<String> promised = new TreeSet<>();
        Fixes.ALL.forEach(fix -> fix.codes().forEach(code -> promised.add(fix.key() + " of "
                + code)));
        // No file can hold a number that is not finite.
        promised.remove("RemoveNumber of E_NOT_FINITE");
        assertEquals(promised, cases().map(Case::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void readsTheDatesThatPeopleWriteAndNoOthers() {
        for (List<String> pair : List.of(List.of("2023/04/17", "2023-04-17"), List.of("17.04.2023", "2023-04-17"),
                List.of("4/17/2023", "2023-04-17"), List.of("2023-4-7", "2023-04-07"), List.of("20230417",
                        "2023-04-17"),
                List.of("2023-04-17T10:00:00Z", "2023-04-17"), List.of("April 17, 2023", "2023-04-17"),
                List.of("17 avril 2023", "2023-04-17"), List.of("Apr 2023", "2023-04"), List.of("5.5.2023",
                        "2023-05-05"))) {
            assertEquals(pair.get(1), Dates.read(pair.get(0)));
        }
        for (String text : List.of("04/05/2023", "soon", "", "2023-13", "31.02.2023", "17 Foo 2023", "0099-01-01")) {
            assertEquals(null, Dates.read(text), text);
        }
    }

    @Test
    void offersNothingWhereOnlyAPersonKnows() {
        Opened opened = Opened.of(step(", 'utilisation': 0.01"));
        opened.findings().stream().filter(finding -> finding.code().equals("W_UTILISATION"))
                .forEach(finding -> assertEquals(List.of(), Fixes.of(opened.study(), finding)));
    }
}
