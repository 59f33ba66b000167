package org.isoflop.ui.form;

import java.util.Locale;

import org.isoflop.analysis.LocalisedException;

/** A text that cannot become a value, with the sentence that says why. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }

    Refusal(LocalisedException cause) {
        super(cause.message(Locale.getDefault()), cause);
    }
}
