package org.isoflop.ui.fix;

import java.util.Set;

/** One way to mend findings. Its class name is the key of its label and of its explanation. */
interface Fix {

    /** The codes of the findings that this can mend. */
    Set<String> codes();

    /** Whether this mends the finding, and nothing else is broken by it. */
    boolean canMend(Fault fault);

    /** Mends the finding, within a command. */
    void mend(Fault fault);

    /** What label and explanation speak of. */
    Object[] arguments(Fault fault);
}
