package org.isoflop.core.architecture;

import java.util.List;

import org.isoflop.analysis.architecture.Architecture;

/**
 * What a {@code config.json} says.
 *
 * @param family
 *            the family, such as {@code llama}: the field {@code model_type}
 * @param architecture
 *            the architecture
 * @param defaults
 *            what the file leaves out and the class of the family fills in
 * @param isTextPart
 *            whether the file describes a model of text and more, of which only the part for text is counted
 */
public record ModelConfig(String family, Architecture architecture, List<Default> defaults, boolean isTextPart) {

    /** Copies the defaults. */
    public ModelConfig {
        defaults = List.copyOf(defaults);
    }

    /**
     * A field that the file leaves out.
     *
     * @param field
     *            the field
     * @param value
     *            the default of the class
     */
    public record Default(String field, String value) {
    }
}
