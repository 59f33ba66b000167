/**
 * The commands of the Edit menu. They act on the text of the field that has the focus, and otherwise on what is
 * selected of the study in front. Each change is one command on the study's stack, whoever asked for it.
 */
package org.isoflop.ui.command;
