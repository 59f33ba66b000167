/**
 * Draws the icon files that macOS and Windows want from the SVG icon of the workbench. The build runs it when it
 * packs the products. It is no part of them.
 */
package org.isoflop.icons;
