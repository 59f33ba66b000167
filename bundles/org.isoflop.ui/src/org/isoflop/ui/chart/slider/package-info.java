/**
 * Sliders that move numbers of a study while its charts follow. Any quantity can have one. A drag is one command that
 * can be undone.
 */
package org.isoflop.ui.chart.slider;
