/**
 * What was found in the active study: a view that lists it, sorts and filters it, leads to its place and offers what
 * can mend it. It follows the editor in front and is checked anew after each edit. Nothing here checks a study itself.
 */
package org.isoflop.ui.findings;
