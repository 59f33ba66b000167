/**
 * Numerical tools that know nothing of language models: exponentials over arrays, small linear systems, percentiles.
 * Nothing is allocated per element, and results do not depend on the number of threads.
 * Random numbers come from a named generator with one stream for each index.
 */
package org.isoflop.analysis.numeric;
