/**
 * What decides between alternatives: how sure each measure is, which alternative wins how often, what moves a measure
 * most, where the winner changes, where costs cross, what is not beaten in two measures at once, and what the next
 * doubling buys. It works over graphs: inputs with the same origin are one uncertain thing wherever they stand, and
 * the constants of a law are drawn all together, never one by one. All results are immutable, and random ones carry
 * their seed and generator.
 */
package org.isoflop.analysis.decision;
