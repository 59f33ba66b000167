/**
 * The strategies of a scenario side by side. Measures stand in groups, one row for each, with what the strategies come
 * to, how far each is from the first, and which is best. What windows show and files hold is the same table.
 */
package org.isoflop.core.comparison;
