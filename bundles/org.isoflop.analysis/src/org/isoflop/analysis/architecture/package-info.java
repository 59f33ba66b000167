/**
 * What a model is built of, and what follows from that alone: exact numbers of parameters, FLOP per token by every
 * convention in use, and the key-value cache and state that serving holds. Dense models, mixtures of experts, state
 * spaces and hybrids are one shape here: groups of equal layers, each with a mixer and a feed-forward. All counts are
 * whole numbers computed exactly; what would not fit is refused.
 */
package org.isoflop.analysis.architecture;
