/**
 * Fits of scaling laws to runs: parametric fits of any form, isoFLOP parabolas and envelopes of training curves.
 * A fit says how far it can be trusted: bootstrap, influence of each run, hold-out, tests against other laws.
 * What the runs cannot give is refused with a sentence.
 */
package org.isoflop.analysis.fit;
