/**
 * Language models from a comma-separated table, a model on each line. The columns are found by their names; what is
 * wrong is said with file, line and column, and what is not there stays unknown. The models go into a study with the
 * file as their source.
 */
package org.isoflop.core.models;
