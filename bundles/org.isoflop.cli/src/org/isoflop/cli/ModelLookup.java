package org.isoflop.cli;

import java.io.IOException;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.core.Refusal;
import org.isoflop.core.architecture.ConfigException;
import org.isoflop.core.architecture.ConfigFile;
import org.isoflop.core.architecture.ModelConfig;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;

/** The model that an argument names: a {@code config.json}, or {@code STUDY#id}. */
record ModelLookup(ModelConfig config, String id, Architecture architecture) {

    static ModelLookup find(Console console, String name) throws IOException {
        int separator = name.lastIndexOf('#');
        if (separator >= 0) {
            return inStudy(console, name.substring(0, separator), name.substring(separator + 1));
        }
        ModelConfig config = config(console, name);
        return new ModelLookup(config, null, config.architecture());
    }

    /** Reads a configuration from a file or standard input. */
    static ModelConfig config(Console console, String name) throws IOException {
        try {
            return name.equals(Console.STANDARD_INPUT)
                    ? ConfigFile.read(console.in().readNBytes(Studies.MAXIMUM_BYTES + 1), name)
                    : ConfigFile.read(console.path(name));
        } catch (ConfigException e) {
            throw new WrongInput(e.code(), e.message(console.locale()), e.file(), e.line(), e.field());
        }
    }

    private static ModelLookup inStudy(Console console, String file, String id) {
        StudyData study = StudyMapper.map(console.open(file).study());
        ModelData model = study.findModel(id).orElse(null);
        if (model == null) {
            throw new WrongInput("E_NO_SUCH_MODEL", console.text("error.E_NO_SUCH_MODEL", id,
                    String.join(", ", study.models().stream().map(ModelData::id).toList())), file, 0, null);
        }
        if (model.architecture() == null) {
            throw new WrongInput("E_NO_ARCHITECTURE", console.text("error.E_NO_ARCHITECTURE", id), file, 0, id);
        }
        if (model.architecture().architecture() == null) {
            throw new WrongInput("E_ARCHITECTURE_UNUSABLE",
                    Refusal.message(model.architecture().problem(), console.locale()), file, 0, id + ".architecture");
        }
        return new ModelLookup(null, id, model.architecture().architecture());
    }

    /** Returns the family of a configuration, or null for a model of a study. */
    String family() {
        return config == null ? null : config.family();
    }
}
