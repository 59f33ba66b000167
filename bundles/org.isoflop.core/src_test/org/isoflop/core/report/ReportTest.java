package org.isoflop.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isoflop.core.chart.Charts;
import org.isoflop.core.example.Examples;
import org.isoflop.core.evaluation.Share;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Chart;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Scenario;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path folder;

    @Test
    void writesThePageTheChartsTheirDataAndTheResults() throws Exception {
        List<Path> files = write(example().study(), Locale.ENGLISH);
        List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
        for (Path file : files) {
            assertTrue(Files.size(file) > 200, file.toString());
        }
        assertEquals(folder.resolve("report.html"), files.getFirst());
        assertEquals(folder.resolve("results.json"), files.getLast());
        assertFalse(example().study().getCharts().isEmpty());
        for (Chart chart : example().study().getCharts()) {
            assertTrue(names.containsAll(List.of(chart.getId() + ".svg", chart.getId() + ".csv")), chart.getId());
        }
        assertFalse(names.contains(Charts.ISOFLOP + ".svg"), "only what the study saved");
        for (Scenario scenario : example().study().getScenarios()) {
            assertTrue(names.contains(scenario.getId() + "-trade-offs.svg"), scenario.getId());
        }
    }

    @Test
    void thePageNeedsNothingElse() throws Exception {
        String page = page(example().study(), Locale.ENGLISH);
        Matcher links = Pattern.compile("(?:src|url|@import)\\s*[=(]\\s*[\"']?([^\"')>\\s]+)").matcher(page);
        while (links.find()) {
            assertTrue(links.group(1).startsWith("#"), links.group());
        }
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<link"));
        Matcher anchors = Pattern.compile("<(\\w+)([^>]*) href=\"([^\"]+)\"").matcher(page);
        while (anchors.find()) {
            assertEquals("a", anchors.group(1), "only what the reader clicks leads elsewhere");
            assertTrue(anchors.group(3).startsWith("#") || anchors.group(2).contains("noreferrer"), anchors.group());
        }
        try (var files = Files.list(folder)) {
            assertEquals(2 * files.filter(file -> file.toString().endsWith(".svg")).count(), count(page, "<svg"));
        }
    }

    @Test
    void everyIdOfThePageIsUnique() throws Exception {
        Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page(example().study(), Locale.ENGLISH));
        java.util.Set<String> seen = new java.util.HashSet<>();
        while (ids.find()) {
            assertTrue(seen.add(ids.group(1)), ids.group(1));
        }
    }

    @Test
    void speaksBothLanguages() throws Exception {
        String english = page(example().study(), Locale.ENGLISH);
        String french = page(example().study(), Locale.FRENCH);
        assertTrue(english.contains("The best strategy is"));
        assertTrue(english.contains("lang=\"en\""));
        assertTrue(french.contains("La meilleure stratégie est"));
        assertTrue(french.contains("lang=\"fr\""));
        assertTrue(french.contains("1,894"));
        assertFalse(french.contains("The best strategy is"));
    }

    @Test
    void resultsDoNotDependOnTheLanguage() throws Exception {
        write(example().study(), Locale.ENGLISH);
        byte[] english = Files.readAllBytes(folder.resolve("results.json"));
        write(example().study(), Locale.FRENCH);
        assertEquals(new String(english, StandardCharsets.UTF_8), Files.readString(folder.resolve("results.json")));
    }

    /** Reliability 21 and 22: names are text, never markup. */
    @Test
    void hostileNamesStayText() throws Exception {
        Study study = example().study();
        String hostile = "</text></title><script>alert(1)</script>\"&%s{0}";
        study.setName(Text.of(hostile));
        study.getModels().getFirst().setName(Text.of(hostile));
        study.getScenarios().getFirst().setName(Text.of(hostile));
        study.getScenarios().getFirst().getStrategies().getFirst().setName(Text.of(hostile));
        study.getSources().getFirst().setCitation(hostile);
        study.getLaws().getFirst().setName(Text.of(hostile));
        String page = page(study, Locale.FRENCH);
        assertFalse(page.contains("<script"));
        assertTrue(page.contains("%s{0}"));
    }

    @Test
    void theDecisionNamesTheRunnerUpWhatBindsAndWhatTipsIt() throws Exception {
        String decision = decision(example().study(), 0);
        assertTrue(decision.contains("The best strategy is \u201cCompute-optimal\u201d"), decision);
        assertTrue(decision.contains("The runner-up is \u201cGPT-3\u2019s proportions\u201d: a model 3.06 times as "
                + "large, 0.006 nats per token worse"), decision);
        assertTrue(decision.contains("What holds it back is the duration, the money budget and the deadline."),
                decision);
        assertTrue(decision.contains("In 10,000 draws of all that is uncertain it wins"), decision);
        assertTrue(decision.contains("It wins by every law that was asked (Loss: 1.815"), decision);
        assertTrue(decision(example().study(), 1).contains("wins instead where"), decision(example().study(), 1));
    }

    /** A model that is only used is not trained, money that is nearly the same is told by its difference. */
    @Test
    void aReadyModelIsUsedAndAdaptedNotTrained() throws Exception {
        String used = decision(study("long-context"), 0);
        assertTrue(used.contains("It uses a ready model of 8.03B parameters."), used);
        assertFalse(used.contains("0 FLOP"), used);
        String adapted = decision(study("domain-model"), 0).replace('\u202f', ' ');
        assertTrue(adapted.contains("It adapts a model of 8.03B parameters on 300M tokens"), adapted);
        assertTrue(Pattern.compile("a model of the same size, [\\d,]+ USD, [\\d.]+ USD more\\.").matcher(adapted)
                .find(),
                adapted);
        assertFalse(Pattern.compile(" 1 times as much| 0[\u202f ]%").matcher(adapted + used).find(), adapted + used);
        assertTrue(adapted.contains("drawn together: Share of the time that accelerators answer (all strategies)"),
                adapted);
    }

    /** No strategy of the second question has a loss: the money decides, in the report as on the command line. */
    @Test
    void whatNobodyHasIsNotSought() throws Exception {
        String decision = decision(study("serving-on-a-budget"), 1);
        assertTrue(decision.contains("\u201cMI300X\u201d: of those that keep all limits it costs the least"), decision);
        assertTrue(decision.contains("draws of all that is uncertain it wins"), decision);
    }

    /** A PUE below 1 does not exist, so nothing tips there. */
    @Test
    void noTippingPointLiesOutsideADomain() throws Exception {
        assertFalse(decision(study("power-cap"), 1).contains("PUE"), decision(study("power-cap"), 1));
    }

    @Test
    void rareIsNotNever() {
        assertEquals("0\u202f%", Share.text(0, Locale.ENGLISH));
        assertEquals("less than 0.1\u202f%", Share.text(1e-4, Locale.ENGLISH));
        assertEquals("1\u202f%", Share.text(0.01, Locale.ENGLISH));
        assertEquals("plus de 99,9\u202f%", Share.text(0.9999, Locale.FRENCH));
        assertEquals("100\u202f%", Share.text(1, Locale.ENGLISH));
    }

    private static Study study(String example) {
        return Studies.read(Examples.content(example), example).study();
    }

    @Test
    void intervalsGiveWinSharesAndStandBesideTheirNumbers() throws Exception {
        Study study = example().study();
        Pretrain step = (Pretrain) study.getScenarios().getFirst().getStrategies().getFirst().getSteps().getFirst();
        step.getUtilisation().setLow(0.3);
        step.getUtilisation().setHigh(0.5);
        String page = page(study, Locale.ENGLISH);
        String decision = decision(study, 0);
        assertTrue(decision.contains("In 10,000 draws of all that is uncertain it wins 100\u202f% of the time."),
                decision);
        assertTrue(Pattern.compile("<td class=\"number\">[^<]*<br><small>[^<]+ to [^<]+</small>").matcher(page).find());
        assertTrue(page.contains("<td class=\"words\">Wins</td>"), "win shares as a row");
    }

    @Test
    void whatIsNotKeptAndWhatIsRefusedIsSaid() throws Exception {
        Study study = example().study();
        study.getScenarios().getFirst().getMoneyBudget().setValue(1e6);
        String page = page(study, Locale.ENGLISH);
        assertTrue(decision(study, 0).contains("No strategy keeps all limits"), decision(study, 0));
        assertTrue(page.contains("\u2715\u00a0300M"), "marked in its cell");
        for (Strategy strategy : study.getScenarios().get(1).getStrategies()) {
            strategy.getSteps().clear();
        }
        assertTrue(decision(study, 1).contains("cannot be evaluated"), decision(study, 1));
    }

    @Test
    void everyCitationLeadsToItsSource() throws Exception {
        String page = page(example().study(), Locale.ENGLISH);
        Matcher citations = Pattern.compile("href=\"#(source-[0-9]+)\"").matcher(page);
        int found = 0;
        while (citations.find()) {
            assertTrue(page.contains("<li id=\"" + citations.group(1) + "\">"), citations.group());
            found++;
        }
        assertTrue(found > 10, "numbers cite their sources");
        assertTrue(page.contains("href=\"https://arxiv.org/abs/2203.15556\""));
    }

    @Test
    void anAddressThatIsNoneStaysText() throws Exception {
        Study study = example().study();
        study.getSources().getFirst().setIdentifier("javascript:alert(1)//\"><b>");
        String page = page(study, Locale.ENGLISH);
        assertFalse(page.contains("href=\"javascript"));
        assertTrue(page.contains("javascript:alert(1)//&quot;&gt;&lt;b&gt;"));
    }

    @Test
    void paperIsWhiteWhateverTheScreen() throws Exception {
        String page = page(example().study(), Locale.ENGLISH);
        assertTrue(page.indexOf("@media print {\n  :root { color-scheme: light;") > page
                .lastIndexOf("prefers-color-scheme: dark"), "print rules come last and win");
    }

    @Test
    void aStudyWithoutQuestionsHasAReport() throws Exception {
        Study study = example().study();
        study.getScenarios().clear();
        String page = page(study, Locale.FRENCH);
        assertTrue(page.contains("L\u2019étude ne pose pas encore de question."));
    }

    private String decision(Study study, int scenario) throws Exception {
        Matcher paragraphs = Pattern.compile("<p class=\"decision\">(.*?)</p>", Pattern.DOTALL)
                .matcher(page(study, Locale.ENGLISH));
        for (int i = 0; i <= scenario; i++) {
            assertTrue(paragraphs.find());
        }
        return paragraphs.group(1);
    }

    @Test
    void saysWhereItCameFrom() throws Exception {
        OpenStudy open = example();
        assertTrue(page(open.study(), Locale.ENGLISH).contains("SHA-256 " + open.hash()));
    }

    private String page(Study study, Locale locale) throws Exception {
        return Files.readString(write(study, locale).getFirst());
    }

    private List<Path> write(Study study, Locale locale) {
        StudyData data = StudyMapper.map(study);
        return Report.write(data, "end-of-the-giants.isoflop", example().hash(), folder, locale);
    }

    private static OpenStudy example() {
        return Studies.read(Examples.content("end-of-the-giants"), "end-of-the-giants.isoflop");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
