/**
 * Fits of laws to runs in the workbench: the wizard that reads a table and fits, and the view that shows how far the
 * fit can be trusted. Everything that takes time runs in jobs with progress and cancel; the study is changed by
 * commands alone. Charts come as data from {@code org.isoflop.core.chart} and are drawn by the one chart control.
 */
package org.isoflop.ui.fit;
