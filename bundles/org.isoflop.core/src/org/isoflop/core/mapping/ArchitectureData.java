package org.isoflop.core.mapping;

import java.util.Objects;

import org.isoflop.analysis.architecture.Architecture;

/**
 * What a model is built of. Two are equal if the study says the same, or cannot be counted for the same reason.
 *
 * @param architecture
 *            ready to be counted, or null if it is not well formed
 * @param problem
 *            why {@code architecture} is null, else null
 */
public record ArchitectureData(Architecture architecture, RuntimeException problem) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ArchitectureData that && Objects.equals(architecture, that.architecture)
                && Objects.equals(reason(), that.reason());
    }

    @Override
    public int hashCode() {
        return Objects.hash(architecture, reason());
    }

    private String reason() {
        return problem == null ? null : problem.getMessage();
    }
}
