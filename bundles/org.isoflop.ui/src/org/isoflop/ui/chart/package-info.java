/**
 * The one chart of the workbench: what it shows, what the user makes of it by mouse and keys, how it is read, copied
 * and exported. Everything but the curves is painted here, from a layout that files share; a renderer draws the
 * curves. It knows plots alone, and nothing of studies.
 */
package org.isoflop.ui.chart;
