/**
 * Unsaved work outlives a crash: while a study has changes, a copy of it is kept beside the settings, never in the
 * user’s own file. The copy is made in a job shortly after an edit and removed when the study is saved or closed. The
 * next start offers what was left.
 */
package org.isoflop.ui.recovery;
