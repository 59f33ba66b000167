package org.isoflop.core.models;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.isoflop.core.Messages;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.ObservedLoss;
import org.isoflop.model.Quantity;
import org.isoflop.model.Source;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.TrainingRun;
import org.isoflop.model.Verification;

/** Puts the models of a table into a study, with the file as the source of each number. */
public final class ModelsStudy {

    private static final IsoflopFactory NEW = IsoflopFactory.eINSTANCE;

    private final Study study = NEW.createStudy();
    private final Source source = NEW.createSource();
    private final Set<String> taken = new HashSet<>();

    private ModelsStudy() {
    }

    /**
     * Makes a study of a table. Nobody has checked its numbers, and their source says so.
     *
     * @param file
     *            the table
     * @param name
     *            the name of the study
     * @return a study of the models and their source, and nothing else
     */
    public static Study of(ModelsFile file, String name) {
        ModelsStudy made = new ModelsStudy();
        made.study.setId(made.id("study-" + name));
        made.study.setName(Text.of(name));
        made.source(String.valueOf(Path.of(file.name()).getFileName()));
        file.rows().forEach(made::add);
        return made.study;
    }

    private void source(String file) {
        source.setId(id(file));
        Map<String, String> names = new LinkedHashMap<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            names.put(locale.getLanguage(), Messages.text(locale, "models.source", file));
        }
        source.setName(Text.of(names));
        source.setCitation(file);
        source.setVerification(Verification.UNVERIFIED);
        study.getSources().add(source);
    }

    private void add(ModelRow row) {
        LanguageModel model = NEW.createLanguageModel();
        model.setId(id(row.name()));
        model.setName(Text.of(row.name()));
        model.setOrganisation(row.organisation());
        model.setReleased(row.released());
        model.setLicence(row.licence());
        model.setParameters(quantity(row.parameters()));
        model.setActiveParameters(quantity(row.active()));
        if (row.tokens() != null || row.compute() != null) {
            TrainingRun training = NEW.createTrainingRun();
            training.setTokens(quantity(row.tokens()));
            training.setCompute(quantity(row.compute()));
            model.setTraining(training);
        }
        if (row.loss() != null) {
            ObservedLoss observed = NEW.createObservedLoss();
            observed.setCorpus(row.corpus());
            observed.setLoss(quantity(row.loss()));
            model.getObservedLosses().add(observed);
        }
        study.getModels().add(model);
    }

    private String id(String name) {
        String slug = Ids.slug(name);
        String id = slug;
        for (int number = 2; !taken.add(id); number++) {
            id = slug + "-" + number;
        }
        return id;
    }

    private Quantity quantity(Double value) {
        if (value == null) {
            return null;
        }
        Quantity quantity = NEW.createQuantity();
        quantity.setValue(value);
        quantity.setSource(source);
        return quantity;
    }
}
