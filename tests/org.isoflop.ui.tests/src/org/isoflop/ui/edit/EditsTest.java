package org.isoflop.ui.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Dataset;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Quantity;
import org.isoflop.model.Scenario;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Source;
import org.isoflop.model.Status;
import org.isoflop.model.Strategy;
import org.isoflop.model.Text;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Messages;
import org.junit.jupiter.api.Test;

/** Each edit is one command with a name, and undoing it leaves no trace. */
class EditsTest {

    private final Opened opened = Opened.example();
    private final Edits edits = opened.edits();
    private final String before = opened.text();

    @Test
    void setsAndUnsetsTexts() {
        LanguageModel model = opened.study().getModels().getFirst();
        edits.set(model, Literals.LANGUAGE_MODEL__ORGANISATION, "Some lab");
        assertEquals("Some lab", model.getOrganisation());
        assertEquals(Messages.text("edit.set", Names.label(Literals.LANGUAGE_MODEL__ORGANISATION), Names.of(model)),
                opened.undoLabel());
        edits.set(model, Literals.LANGUAGE_MODEL__ORGANISATION, "");
        assertFalse(model.eIsSet(Literals.LANGUAGE_MODEL__ORGANISATION));
        edits.set(model, Literals.ELEMENT__NAME, Text.of(""));
        assertNull(model.getName());
        edits.set(model, Literals.ELEMENT__NAME, Text.of("Renamed"));
        assertEquals("Renamed", model.getName().get(Locale.ROOT));
        undoAll();
    }

    @Test
    void setsNothingThatIsSetAlready() {
        LanguageModel model = opened.study().getModels().getFirst();
        edits.set(model, Literals.ELEMENT__NAME, model.getName());
        edits.set(model, Literals.ELEMENT__ORIGIN, "");
        edits.set(opened.study().getCharts().getFirst(), Literals.CHART__LAWS,
                List.copyOf(opened.study().getCharts().getFirst().getLaws()));
        edits.setQuantity(model, Literals.LANGUAGE_MODEL__PARAMETERS, EcoreUtil.copy(model.getParameters()));
        edits.setValue(model, Literals.LANGUAGE_MODEL__PARAMETERS, model.getParameters().getValue());
        edits.move(model, -1);
        edits.delete(List.of(opened.study())).run();
        assertFalse(opened.editing().stack().canUndo());
    }

    @Test
    void setsListsOfValuesAndReferences() {
        var chart = opened.study().getCharts().getFirst();
        edits.set(chart, Literals.CHART__BUDGETS, List.of(1e20, 1e21, 1e20));
        assertEquals(List.of(1e20, 1e21, 1e20), chart.getBudgets());
        List<ScalingLaw> reversed = opened.study().getLaws().reversed();
        edits.set(chart, Literals.CHART__LAWS, reversed);
        assertEquals(reversed, chart.getLaws());
        edits.set(chart, Literals.CHART__LAWS, List.of());
        assertTrue(chart.getLaws().isEmpty());
        undoAll();
    }

    @Test
    void setsQuantitiesWholeAndTakesNoCopyForItsOwn() {
        LanguageModel model = opened.study().getModels().getFirst();
        Source source = opened.study().getSources().getLast();
        Quantity wanted = IsoflopFactory.eINSTANCE.createQuantity();
        wanted.setValue(5e9);
        wanted.setLow(4e9);
        wanted.setHigh(6e9);
        wanted.setStatus(Status.ESTIMATED);
        wanted.setSource(source);
        Quantity present = model.getParameters();
        edits.setQuantity(model, Literals.LANGUAGE_MODEL__PARAMETERS, wanted);
        assertSame(present, model.getParameters());
        assertTrue(EcoreUtil.equals(wanted, model.getParameters()));
        edits.setQuantity(model, Literals.LANGUAGE_MODEL__PARAMETERS, null);
        assertNull(model.getParameters());
        edits.setQuantity(model, Literals.LANGUAGE_MODEL__PARAMETERS, wanted);
        assertNull(wanted.eContainer());
        assertNotEquals(wanted, model.getParameters());
        undoAll();
    }

    @Test
    void setsAValueAndKeepsWhatIsSaidOfIt() {
        LanguageModel model = opened.study().getModels().stream()
                .filter(candidate -> candidate.getParameters().isSetStatus()).findFirst().orElseThrow();
        Quantity quantity = model.getParameters();
        Quantity expected = EcoreUtil.copy(quantity);
        expected.setValue(123.0);
        edits.setValue(model, Literals.LANGUAGE_MODEL__PARAMETERS, 123);
        assertTrue(EcoreUtil.equals(expected, quantity));
        Dataset dataset = (Dataset) edits.add(opened.study(), Literals.STUDY__DATASETS, Literals.DATASET);
        edits.setQuantity(dataset, Literals.DATASET__UNIQUE_TOKENS, null);
        edits.setValue(dataset, Literals.DATASET__UNIQUE_TOKENS, 7);
        assertEquals(7, dataset.getUniqueTokens().getValue());
        undoAll();
    }

    @Test
    void dragsAValueInOneCommandAndTellsOfEachMove() {
        LanguageModel model = opened.study().getModels().getFirst();
        List<Double> seen = new ArrayList<>();
        opened.editing().stack().addCommandStackListener(event -> seen.add(model.getParameters().getValue()));
        Edits.Slide slide = edits.slide(model, Literals.LANGUAGE_MODEL__PARAMETERS);
        for (int i = 1; i <= 100; i++) {
            slide.to(i * 1e9);
        }
        slide.end();
        assertEquals(100, seen.size());
        assertEquals(100e9, seen.getLast());
        String after = opened.text();
        opened.undo();
        assertEquals(before, opened.text());
        assertFalse(opened.editing().stack().canUndo());
        opened.redo();
        assertEquals(after, opened.text());
    }

    @Test
    void aSaveInTheMiddleOfADragIsNotForgotten() {
        LanguageModel model = opened.study().getModels().getFirst();
        Edits.Slide slide = edits.slide(model, Literals.LANGUAGE_MODEL__PARAMETERS);
        slide.to(1e9);
        opened.editing().stack().saveIsDone();
        slide.to(2e9);
        assertTrue(opened.editing().stack().isSaveNeeded());
        opened.undo();
        assertEquals(1e9, model.getParameters().getValue());
        assertFalse(opened.editing().stack().isSaveNeeded());
        slide.to(3e9);
        opened.undo();
        assertEquals(1e9, model.getParameters().getValue());
    }

    @Test
    void addsSoundObjectsOfEveryClassEverywhere() {
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        Set<EClass> added = allContainers().flatMap(owner -> owner.eClass().getEAllContainments().stream()
                .filter(reference -> reference.getEReferenceType() != Literals.QUANTITY)
                .filter(reference -> reference.isMany() || !owner.eIsSet(reference))
                .flatMap(reference -> concrete(reference).map(type -> {
                    EObject object = edits.add(owner, reference, type);
                    assertSame(owner, object.eContainer());
                    assertEquals(opened.undoLabel(), Messages.text("edit.add", label(type)));
                    if (object instanceof Element element) {
                        assertNotNull(element.getId());
                    }
                    return type;
                }))).collect(Collectors.toSet());
        assertTrue(added.containsAll(Set.of(Literals.SOURCE, Literals.LANGUAGE_MODEL, Literals.DATASET,
                Literals.ACCELERATOR, Literals.PEAK, Literals.PRICE, Literals.SCALING_LAW, Literals.SCENARIO,
                Literals.STRATEGY, Literals.CHART, Literals.OBSERVED_LOSS)));
        // Nor can an architecture to start from have the size of any model that is there.
        opened.study().getModels().stream().filter(model -> model.getParameters() != null
                && model.getParameters().getStatus() != Status.ASSUMED).forEach(model -> model.setArchitecture(null));
        // Formulas and inputs of a known form, constants that no form has, draws without values, tables without runs,
        // and steps beyond the first cannot be sound.
        opened.study().getRunTables().removeIf(table -> table.getRuns().isEmpty());
        opened.study().getLaws().forEach(law -> {
            law.getFormulas().clear();
            law.getInputs().clear();
            law.getDraws().clear();
            law.getCovariance().clear();
            law.getConstants().removeIf(constant -> !LawConstants.wanted(law).contains(constant.getSymbol()));
        });
        assertEquals(errors, count(Severity.ERROR), () -> opened.findings().toString());
        assertEquals(warnings, count(Severity.WARNING), () -> opened.findings().toString());
    }

    @Test
    void addsAScenarioThatCanBeEvaluated() {
        Scenario scenario = (Scenario) edits.add(opened.study(), Literals.STUDY__SCENARIOS, Literals.SCENARIO);
        var result = Evaluation.evaluate(StudyMapper.map(opened.study()), scenario.getId());
        assertTrue(result.strategies().stream().allMatch(strategy -> strategy.result() != null));
        undoAll();
    }

    @Test
    void addsALawWithItsSourceOnce() {
        Opened empty = Opened.of("");
        ScalingLaw law = (ScalingLaw) empty.edits().add(empty.study(), Literals.STUDY__LAWS, Literals.SCALING_LAW);
        assertEquals(List.of(), LawConstants.missing(law));
        assertEquals(empty.study(), law.getSource().eContainer());
        int sources = empty.study().getSources().size();
        empty.edits().add(empty.study(), Literals.STUDY__LAWS, Literals.SCALING_LAW);
        assertEquals(sources, empty.study().getSources().size());
        assertEquals(2, empty.study().getLaws().stream().map(ScalingLaw::getId).distinct().count());
    }

    @Test
    void duplicatesWithNamesAndIdentifiersOfTheirOwn() {
        Scenario scenario = opened.study().getScenarios().getFirst();
        Scenario copy = (Scenario) edits.duplicate(scenario);
        assertEquals(1, opened.study().getScenarios().indexOf(copy));
        assertEquals(scenario.getId() + "-2", copy.getId());
        assertEquals(scenario.getName().get(Locale.FRENCH) + " (2)", copy.getName().get(Locale.FRENCH));
        assertSame(scenario.getLaw(), copy.getLaw());
        Strategy strategy = copy.getStrategies().getFirst();
        assertEquals(scenario.getStrategies().getFirst().getId() + "-2", strategy.getId());
        Strategy third = (Strategy) edits.duplicate(strategy);
        assertEquals(strategy.getName().get(Locale.FRENCH) + " (2)", third.getName().get(Locale.FRENCH));
        edits.duplicate(opened.study().getAccelerators().getFirst().getPeaks().getFirst());
        assertEquals(0, count(Severity.ERROR));
        edits.duplicate(scenario.getStrategies().getFirst().getSteps().getFirst());
        assertEquals(1, count(Severity.ERROR), "a model is pretrained once");
        undoAll();
    }

    @Test
    void movesWithinTheList() {
        List<LanguageModel> models = opened.study().getModels();
        LanguageModel first = models.getFirst();
        edits.move(first, 2);
        assertEquals(2, models.indexOf(first));
        edits.move(first, 1000);
        assertSame(first, models.getLast());
        edits.move(first, -1000);
        assertSame(first, models.getFirst());
        undoAll();
    }

    @Test
    void deletesWithWhatWouldDangle() {
        ScalingLaw law = opened.study().getScenarios().getFirst().getLaw();
        Deletion deletion = edits.delete(List.of(law));
        Set<EObject> owners = deletion.dangling().stream().map(Dangling::owner).collect(Collectors.toSet());
        assertTrue(owners.contains(opened.study().getScenarios().getFirst()));
        assertTrue(owners.stream().anyMatch(opened.study().getCharts()::contains));
        deletion.run();
        assertNull(opened.study().getScenarios().getFirst().getLaw());
        assertFalse(opened.text().contains('"' + law.getId() + '"'));
        undoAll();
    }

    @Test
    void deletesEverythingAtOnce() {
        List<EObject> all = new ArrayList<>(opened.study().eContents());
        opened.study().getScenarios().forEach(scenario -> all.addAll(scenario.getStrategies()));
        Deletion deletion = edits.delete(all);
        assertEquals(opened.study().eContents().size(), deletion.objects().size());
        assertEquals(List.of(), deletion.dangling());
        deletion.run();
        assertTrue(opened.study().eContents().isEmpty());
        undoAll();
    }

    @Test
    void aChangeThatFailsChangesNothing() {
        assertThrows(IllegalStateException.class, () -> edits.run("Fail", List.of(), () -> {
            opened.study().getModels().clear();
            throw new IllegalStateException();
        }));
        assertEquals(before, opened.text());
        assertFalse(opened.editing().stack().canUndo());
    }

    private void undoAll() {
        String after = opened.text();
        while (opened.editing().stack().canUndo()) {
            opened.undo();
        }
        assertEquals(before, opened.text());
        while (opened.editing().stack().canRedo()) {
            opened.redo();
        }
        assertEquals(after, opened.text());
    }

    private long count(Severity severity) {
        return opened.findings().stream().filter(finding -> finding.severity() == severity).count();
    }

    private Stream<EObject> allContainers() {
        List<EObject> objects = new ArrayList<>(List.of(opened.study()));
        opened.study().eAllContents().forEachRemaining(objects::add);
        return objects.stream().filter(object -> !(object instanceof Quantity)
                && !(object.eContainer() instanceof Strategy) && !(object instanceof Strategy));
    }

    private static Stream<EClass> concrete(EReference reference) {
        return IsoflopPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance)
                .map(EClass.class::cast).filter(type -> !type.isAbstract()
                        && reference.getEReferenceType().isSuperTypeOf(type));
    }

    private static String label(EClassifier type) {
        return org.isoflop.model.annotation.Features.label(type, Locale.getDefault());
    }
}
