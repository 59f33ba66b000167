/**
 * The chart views of the workbench: what they follow, how they compute in the background, and what they remember. All
 * are one view with another chart in it. What is drawn comes from the charts of core, how it is drawn from the chart
 * control.
 */
package org.isoflop.ui.chart.view;
