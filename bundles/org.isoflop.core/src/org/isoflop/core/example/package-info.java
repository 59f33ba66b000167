/**
 * The example studies that ship with Isoflop, each a file with a story, and the templates of new studies. They are
 * packed into this bundle by the build and opened or copied from here. A test opens, evaluates and draws every one of
 * them.
 */
package org.isoflop.core.example;
