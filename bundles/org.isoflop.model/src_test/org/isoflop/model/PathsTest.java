package org.isoflop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.model.Paths.Place;
import org.isoflop.model.io.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    private final Study study = sample();

    private static Study sample() {
        try (InputStream in = PathsTest.class.getResourceAsStream("corpus/pass/canonical-sample.isoflop")) {
            return StudyReader.read(in.readAllBytes(), "sample").study();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void findsEveryObjectAndEveryFeatureAgain() {
        roundTrip();
    }

    @Test
    void findsWhatHasNoIdentifier() {
        study.setId(null);
        study.eAllContents().forEachRemaining(object -> {
            if (object instanceof Element element) {
                element.setId(null);
            }
        });
        roundTrip();
    }

    @Test
    void findsIdentifiersWithDotsAndThoseThatLookLikePaths() {
        LanguageModel model = study.getModels().getFirst();
        model.setId("llama-3.1-405b");
        LanguageModel second = IsoflopFactory.eINSTANCE.createLanguageModel();
        second.setId("llama-3.1-405b.name");
        study.getModels().add(second);
        assertEquals(Optional.of(new Place(second, null, -1)), Paths.find(study, "llama-3.1-405b.name"));
        assertEquals(Optional.of(new Place(model, IsoflopPackage.Literals.LANGUAGE_MODEL__PARAMETERS, -1)),
                Paths.find(study, "llama-3.1-405b.parameters"));
    }

    private void roundTrip() {
        List<EObject> objects = new ArrayList<>(List.of(study));
        study.eAllContents().forEachRemaining(objects::add);
        assertTrue(objects.size() > 20);
        for (EObject object : objects) {
            assertSame(object, Paths.find(study, Paths.path(object)).orElseThrow().target(), Paths.path(object));
            for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
                assertEquals(new Place(object, feature, -1),
                        Paths.find(study, Paths.path(object, feature)).orElseThrow());
                if (feature.isMany()) {
                    for (int i = 0; i < ((List<?>) object.eGet(feature)).size(); i++) {
                        assertEquals(new Place(object, feature, i),
                                Paths.find(study, Paths.path(object, feature, i)).orElseThrow());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "[", "]", "[0]", "models[", "models[0", "models[-1]", "models[99]", "models[0]x",
        "models[0].", ".models", "models..name", "models[99999999999999999999]", "name[0]", "name.x", "no-such-id",
        "models.name", "models[0].no", "\0", "models [0]", "eContainer", "models[0][0]", "sources[0]\nid"})
    void answersNothingToWhatNamesNothing(String path) {
        assertEquals(Optional.empty(), Paths.find(study, path));
    }

    @Test
    void answersAnyText() {
        Random random = new Random(3);
        String alphabet = "models[0]. training.parameters-\u00e9\ud83d\ude00";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder path = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                path.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Optional<Place> place = Paths.find(study, path.toString());
            place.ifPresent(found -> assertTrue(found.target() != null));
        }
        assertEquals(Optional.empty(), Paths.find(study, "models[0].".repeat(100_000)));
    }
}
