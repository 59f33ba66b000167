package org.isoflop.ui.edit;

import java.util.List;

import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.ScalingLaw;

/** The constants that the form of a law asks for. */
public final class LawConstants {

    private LawConstants() {
    }

    /**
     * Lists the constants that a law should have.
     *
     * @param law
     *            a law
     * @return the symbols of its form, none if the form is unknown
     */
    public static List<String> wanted(ScalingLaw law) {
        return StudyMapper.constants(law);
    }

    /**
     * Lists the constants that a law lacks.
     *
     * @param law
     *            a law
     * @return the symbols of its form that it does not give
     */
    public static List<String> missing(ScalingLaw law) {
        return wanted(law).stream().filter(symbol -> law.getConstants().stream()
                .noneMatch(constant -> symbol.equals(constant.getSymbol()))).toList();
    }
}
