/**
 * Training on a cluster: the memory of each device, the time of a step, the cheapest parallel layout, and the time of a
 * run from a utilisation, with restarts. The formulas are those of ZeRO, Megatron-LM and Korthikanti et al. 2022, each
 * named where it stands. Layouts are found by trying all of them; everything else is closed.
 */
package org.isoflop.analysis.training;
