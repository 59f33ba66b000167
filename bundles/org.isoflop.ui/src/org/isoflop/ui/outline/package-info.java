/**
 * The outline of a study: a tree of its elements, with what was found in them. It is linked with the editor both ways
 * and takes the same commands. What is dragged within a study moves, what is dragged to another study is copied.
 */
package org.isoflop.ui.outline;
