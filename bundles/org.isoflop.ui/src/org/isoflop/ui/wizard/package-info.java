/**
 * The New Study wizard: a name, a template, and what is in it. The new study is sound, evaluates and draws at once; it
 * stands in no file until it is saved. Inside an IDE with a workspace the wizard asks for a folder and makes the file.
 */
package org.isoflop.ui.wizard;
