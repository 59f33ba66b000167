/**
 * Forms for the objects of a study, built from the annotations of the model: one field for each feature, chosen by its
 * type, in sections by group. A field reads and writes its feature through a {@link org.isoflop.ui.form.FieldHost},
 * keeps what cannot be understood to itself, and says why. No class or feature of the model has a form of its own.
 */
package org.isoflop.ui.form;
