/**
 * The renderer on SWTChart, which draws the curves. Its own axes are not used, because the logarithmic ones leave out
 * decades and turn linear on a value of zero. It is given nothing but finite places along each axis, so that no value
 * can upset it.
 */
package org.isoflop.ui.chart.swtchart;
