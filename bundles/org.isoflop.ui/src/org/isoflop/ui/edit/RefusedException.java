package org.isoflop.ui.edit;

/** An edit that cannot be made, with a sentence for the user in the language of the workbench. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses an edit.
     *
     * @param sentence
     *            why, in one sentence
     */
    public RefusedException(String sentence) {
        super(sentence);
    }
}
