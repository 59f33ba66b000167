/**
 * Editing a study: the editing domain, what it knows of the model's objects, and the commands that change them. All of
 * it is read from the annotations of the model, so that a new feature can be edited without new code. Nothing here
 * draws anything.
 */
package org.isoflop.ui.edit;
