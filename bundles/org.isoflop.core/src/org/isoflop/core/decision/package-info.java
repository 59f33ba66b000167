/**
 * The strategies of a scenario as alternatives of a decision: what is sought, which limits hold, which laws are drawn
 * all together, and what other laws would say. It turns results of the evaluation into what analysis decides on, for
 * charts, reports and commands alike. Nothing here computes a measure itself.
 */
package org.isoflop.core.decision;
