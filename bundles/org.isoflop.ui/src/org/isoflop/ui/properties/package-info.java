/**
 * The properties of what is selected in a study, read from the annotations of the model. Each feature is edited in its
 * cell as people write it, and a text that cannot be taken is refused with a sentence. Edits are commands of the study
 * and can be undone.
 */
package org.isoflop.ui.properties;
