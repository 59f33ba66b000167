package org.isoflop.core.evaluation;

import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.strategy.Input;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.SourceData;

/** The numbers of a study as inputs of a calculation, each with where it comes from and how uncertain it is. */
final class Given {

    private final StudyData data;

    Given(StudyData data) {
        this.data = data;
    }

    /** Returns the number, or null where none is given. */
    Input input(Figure figure) {
        return figure == null || figure.value() == null
                ? null
                : new Input(figure.value(), origin(figure), spread(figure));
    }

    private static Spread spread(Figure figure) {
        if (figure.low() == null || figure.high() == null) {
            return null;
        }
        return Spread.of(figure.low(), figure.high(), figure.level(), switch (figure.shape()) {
            case NORMAL -> Spread.Shape.NORMAL;
            case LOGNORMAL -> Spread.Shape.LOGNORMAL;
            case UNIFORM -> Spread.Shape.UNIFORM;
            case TRIANGULAR -> Spread.Shape.TRIANGULAR;
            case null -> null;
        });
    }

    Origin origin(Figure figure) {
        return new Origin(figure.path(), citation(figure.source()),
                figure.status() == null ? null : figure.status().getLiteral());
    }

    /** Returns the citation of a source, or null. */
    String citation(String sourceId) {
        return data.findSource(sourceId).map(Given::citation).orElse(null);
    }

    private static String citation(SourceData source) {
        return source.citation() == null ? source.id() : source.citation();
    }
}
