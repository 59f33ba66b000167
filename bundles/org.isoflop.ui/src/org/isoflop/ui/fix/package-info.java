/**
 * What a machine can mend of what was found in a study. Each fix is one class that says which findings it is for, tells
 * the user what it would do before it is applied, and mends the finding in one command. A fix is offered only where it
 * makes its finding go away.
 */
package org.isoflop.ui.fix;
