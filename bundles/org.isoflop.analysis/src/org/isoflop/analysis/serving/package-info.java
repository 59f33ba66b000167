/**
 * Serving a model by the roofline: prefill and decode, throughput against batch size with its knee, latency, memory,
 * and the money and energy of a million tokens. Times are ideal ones divided by the efficiencies that are given; what a
 * scheduler loses is not in them. Quantised weights and caches, mixtures of experts, speculative decoding and chips
 * that hold weights in SRAM follow from the same few formulas.
 */
package org.isoflop.analysis.serving;
