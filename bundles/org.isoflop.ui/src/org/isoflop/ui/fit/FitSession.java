package org.isoflop.ui.fit;

import java.util.Objects;

import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.KeptFit;

/**
 * A fit that the view can show.
 *
 * @param title
 *            its name
 * @param answer
 *            the fit
 * @param kept
 *            as the study keeps it, or null if none does
 * @param law
 *            the id of the law that keeps it, or null
 * @param study
 *            the id of the study of that law, or null
 */
record FitSession(String title, FitAnswer answer, KeptFit kept, String law, String study) {

    /** A fit that no study keeps. */
    FitSession(String title, FitAnswer answer) {
        this(title, answer, null, null, null);
    }

    /** Whether it is the fit of a law. */
    boolean isOf(String otherLaw, String otherStudy) {
        return kept != null && Objects.equals(law, otherLaw) && Objects.equals(study, otherStudy);
    }
}
