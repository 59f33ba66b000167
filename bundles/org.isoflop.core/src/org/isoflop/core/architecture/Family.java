package org.isoflop.core.architecture;

import org.isoflop.analysis.architecture.Architecture;

/** How the configurations of one family are read. */
@FunctionalInterface
interface Family {

    Architecture read(Fields fields);
}
