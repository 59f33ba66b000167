package org.isoflop.ui.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.isoflop.model.Accelerator;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Peak;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Source;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copying between studies: what was referred to comes along, and what is there already is reused. */
class FragmentTest {

    private final Opened from = Opened.example();
    private final Opened to = Opened.of("");

    @Test
    void bringsALawWithItsSourceAndNothingElse() throws RefusedException {
        ScalingLaw law = from.study().getLaws().getFirst();
        List<EObject> pasted = paste(List.of(law), to, null);
        assertEquals(List.of(law.getId()), to.study().getLaws().stream().map(ScalingLaw::getId).toList());
        assertSame(to.study().getLaws().getFirst(), pasted.getFirst());
        assertTrue(EcoreUtil.equals(law, pasted.getFirst()));
        assertSame(to.study(), to.study().getLaws().getFirst().getSource().eContainer());
        assertTrue(to.study().getModels().isEmpty());
        assertTrue(to.study().getScenarios().isEmpty());
        assertEquals(null, to.study().getUnknown());
        assertUndone(to, Opened.of("").text());
    }

    @Test
    void bringsAScenarioWithAllThatItReaches() throws RefusedException {
        Scenario scenario = from.study().getScenarios().getFirst();
        paste(List.of(scenario), to, null);
        assertTrue(EcoreUtil.equals(scenario, to.study().getScenarios().getFirst()));
        assertEquals(List.of(), to.findings().stream().filter(finding -> finding.severity().ordinal() == 0).toList());
    }

    @Test
    void reusesWhatIsThereAlready() throws RefusedException {
        ScalingLaw law = from.study().getLaws().getFirst();
        paste(List.of(law), to, null);
        String once = to.text();
        List<EObject> again = paste(List.of(law), to, null);
        assertEquals(once, to.text());
        assertSame(to.study().getLaws().getFirst(), again.getFirst());
    }

    @Test
    void numbersWhatDiffersAndLetsReferencesFollow() throws RefusedException {
        Scenario scenario = from.study().getScenarios().getFirst();
        String law = scenario.getLaw().getId();
        String source = scenario.getLaw().getSource().getId();
        paste(List.of(scenario.getLaw()), to, null);
        ScalingLaw present = to.study().getLaws().getFirst();
        to.edits().set(present.getSource(), Literals.SOURCE__TITLE, "Another");
        paste(List.of(scenario), to, null);
        Scenario pasted = to.study().getScenarios().getFirst();
        assertEquals(law + "-2", pasted.getLaw().getId());
        assertEquals(source + "-2", pasted.getLaw().getSource().getId());
        assertEquals("Another", present.getSource().getTitle());
        assertNotSame(present, pasted.getLaw());
        assertTrue(to.text().contains("\"law\": \"" + law + "-2\""));
    }

    @Test
    void pastesBackAsACopyOfItsOwn() throws RefusedException {
        Strategy strategy = from.study().getScenarios().getFirst().getStrategies().getFirst();
        String before = from.text();
        Strategy pasted = (Strategy) paste(List.of(strategy), from, strategy).getFirst();
        assertSame(strategy.eContainer(), pasted.eContainer());
        assertEquals(1, ((Scenario) strategy.eContainer()).getStrategies().indexOf(pasted));
        assertEquals(strategy.getId() + "-2", pasted.getId());
        assertEquals(strategy.getName().get(Locale.ENGLISH) + " (2)", pasted.getName().get(Locale.ENGLISH));
        assertEquals(Opened.example().study().getLaws().size(), from.study().getLaws().size());
        assertUndone(from, before);
    }

    @Test
    void putsPartsIntoWhatIsSelected() throws RefusedException {
        Accelerator chip = from.study().getAccelerators().getFirst();
        Opened other = Opened.of("'accelerators': [{'id': 'a', 'peaks': [{'precision': '"
                + chip.getPeaks().getFirst().getPrecision() + "', 'throughput': 5}]}]");
        Accelerator target = other.study().getAccelerators().getFirst();
        paste(List.of(chip.getPeaks().getFirst(), chip.getPrices().getFirst()), other, target);
        assertEquals(2, target.getPeaks().size());
        assertEquals(2, target.getPeaks().stream().map(Peak::getPrecision).distinct().count());
        assertEquals(1, target.getPrices().size());
        paste(List.of(chip.getPrices().getFirst()), other, target.getPrices().getFirst());
        assertEquals(1, target.getPrices().size());
    }

    @Test
    void keepsTheOrderOfTheStudyBehindTheSelection() throws RefusedException {
        Opened other = Opened.of("'models': [{'id': 'a'}, {'id': 'z'}]");
        List<EObject> models = new ArrayList<>(from.study().getModels().subList(0, 3));
        List<String> names = models.stream().map(Names::of).toList();
        paste(models.reversed(), other, other.study().getModels().getFirst());
        List<String> present = other.study().getModels().stream().map(Names::of).toList();
        assertEquals("a", present.getFirst());
        assertEquals("z", present.getLast());
        assertEquals(names, present.subList(1, 4));
    }

    @Test
    void bringsUnknownContentAndOddIdentifiers() throws RefusedException {
        Opened odd = Opened.of(
                "'sources': [{'id': 'a \\\"[0]\\\\u0007', 'citation': 'C', "
                        + "'colour': {'deep': [1, 'x']}},"
                        + " {'citation': 'without id'}], 'models': [{'id': 'm',"
                        + " 'parameters': {'value': 5, 'taste': 'sweet'}}]");
        paste(List.copyOf(odd.study().getSources()), to, null);
        assertEquals(2, to.study().getSources().size());
        assertEquals("{\"colour\": {\"deep\": [1, \"x\"]}}", to.study().getSources().getFirst().getUnknown());
        paste(List.copyOf(odd.study().getModels()), to, null);
        assertEquals("{\"taste\": \"sweet\"}", to.study().getModels().getFirst().getParameters().getUnknown());
    }

    @Test
    void takesAWholeStudyForAllItsElements() throws RefusedException {
        to.edits().set(to.study(), Literals.ELEMENT__NAME, Text.of("Mine"));
        Fragment.read(from.text()).paste(to.edits(), null);
        assertEquals(from.study().eContents().size(), to.study().eContents().size());
        assertEquals("Mine", to.study().getName().toString());
        to.undo();
        assertTrue(to.study().eContents().isEmpty());
        paste(List.of(from.study()), to, null);
        assertEquals(from.study().eContents().size(), to.study().eContents().size());
    }

    @Test
    void saysWhereAPartBelongs() throws RefusedException {
        Strategy strategy = from.study().getScenarios().getFirst().getStrategies().getFirst();
        Fragment fragment = Fragment.read(Fragment.of(from.study(), List.of(strategy)).text());
        RefusedException refused = assertThrows(RefusedException.class, () -> fragment.paste(to.edits(), null));
        assertTrue(refused.getMessage().contains(Names.of(strategy)));
        assertFalse(to.editing().stack().canUndo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "{}", "[]", "{\"format\": \"isoflop\"}",
        "{\"format\": \"isoflop\", \"version\": 1}", "{\"format\": \"isoflop\", \"version\": 99}",
        "{\"format\": \"isoflop\", \"version\": 1, \"copied\": [\"../x\", \"\", \"eContainer\"], \"models\": 5}",
        "{\"format\": \"isoflop\", \"version\": 1, \"laws\": [{\"id\": \"a\", \"source\": \"b\"}]}",
        "{\"format\": \"isoflop\", \"version\": 1, \"models\": [{\"id\": \"a\"}", "\0\1\2", "\ud800"})
    void refusesForeignTextInOneSentence(String text) {
        RefusedException refused = assertThrows(RefusedException.class, () -> Fragment.read(text));
        assertFalse(refused.getMessage().isBlank());
        assertFalse(refused.getMessage().contains("\n"));
    }

    @Test
    void refusesHugeAndDeepText() {
        String head = "{\"format\": \"isoflop\", \"version\": 1, \"x\": ";
        assertThrows(RefusedException.class, () -> Fragment.read(head + "[".repeat(100_000)));
        assertThrows(RefusedException.class, () -> Fragment.read(head + "\"" + "x".repeat(40_000_000) + "\"}"));
    }

    @Test
    void survivesHostileMarks() throws RefusedException {
        for (String mark : List.of("[\"[0][0]\"]", "[\"models[0]\", \"models[7]\", \"models[0].parameters\"]",
                "[5, null]", "{}", "[\"\\ud800\\\\\\\"\\b\"]", "[\"" + "[1]".repeat(100_000) + "\"]")) {
            Fragment fragment = Fragment.read("{\"format\": \"isoflop\", \"version\": 1, \"copied\": " + mark
                    + ", \"models\": [{\"id\": \"a\", \"parameters\": 5}]}");
            Opened target = Opened.of("");
            fragment.paste(target.edits(), null);
            assertEquals("a", target.study().getModels().getFirst().getId());
        }
    }

    @Test
    void anyMutilatedTextIsPastedOrRefused() throws RefusedException {
        String text = Fragment.of(from.study(), List.copyOf(from.study().getScenarios())).text();
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            StringBuilder mutilated = new StringBuilder(text);
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(mutilated.length());
                int length = Math.min(random.nextInt(40), mutilated.length() - at);
                mutilated.replace(at, at + length, text.substring(random.nextInt(50), 50 + random.nextInt(9)));
            }
            Opened target = Opened.of("");
            try {
                Fragment.read(mutilated.toString()).paste(target.edits(), null);
                target.text();
            } catch (RefusedException e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
    }

    @Test
    void travelsOverTheClipboardAsItselfAndAsText() throws RefusedException {
        Display display = Display.getCurrent();
        Source source = from.study().getSources().getFirst();
        StudyClipboard.copy(display, from.study(), List.of(source));
        Clipboard clipboard = new Clipboard(display);
        String text = (String) clipboard.getContents(TextTransfer.getInstance());
        assertEquals(text, clipboard.getContents(StudyTransfer.instance()));
        assertTrue(text.startsWith("{\n  \"format\": \"isoflop\",\n"));
        StudyClipboard.paste(display, to.edits(), null);
        assertEquals(source.getId(), to.study().getSources().getFirst().getId());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        Opened third = Opened.of("");
        StudyClipboard.paste(display, third.edits(), null);
        assertEquals(to.text(), third.text());
        clipboard.setContents(new Object[] {"a shopping list"}, new Transfer[] {TextTransfer.getInstance()});
        assertThrows(RefusedException.class, () -> StudyClipboard.paste(display, third.edits(), null));
        clipboard.clearContents();
        clipboard.dispose();
    }

    private static List<EObject> paste(List<? extends EObject> objects, Opened target, EObject place)
            throws RefusedException {
        Study study = (Study) EcoreUtil.getRootContainer(objects.getFirst());
        return Fragment.read(Fragment.of(study, objects).text()).paste(target.edits(), place);
    }

    private static void assertUndone(Opened target, String before) {
        String after = target.text();
        target.undo();
        assertEquals(before, target.text());
        target.redo();
        assertEquals(after, target.text());
    }
}
