/**
 * Energy, carbon and water of runs and of tokens, by the methods in use side by side, and what a limit in megawatts
 * forbids. Energy is in joules, carbon in grams of CO₂ equivalent, water in litres; intensities are for a
 * kilowatt-hour, as grids publish them. Each method names its source and says what it leaves out.
 */
package org.isoflop.analysis.energy;
