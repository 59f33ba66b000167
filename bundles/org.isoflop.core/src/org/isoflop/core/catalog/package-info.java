/**
 * What ships with Isoflop to start from: language models, accelerators, datasets, scaling laws and the intensity of
 * grids. All are ordinary studies in the format of the program, so that a user adds entries in the same way, and every
 * number carries its source and how it was checked. Tables see them as immutable rows, and a copy of an entry with its
 * sources goes into a study.
 */
package org.isoflop.core.catalog;
