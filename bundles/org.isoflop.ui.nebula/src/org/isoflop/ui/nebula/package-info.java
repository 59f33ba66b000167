/**
 * The renderer on XYGraph of Eclipse Nebula Visualization. XYGraph draws the axes with the plot's own ticks, and the
 * curves; what all renderers have in common comes from the workbench. It is given nothing but places between 0 and 1
 * along each axis, so that no value can upset it, and hears no events, because the chart has gestures of its own.
 */
package org.isoflop.ui.nebula;
