/**
 * The documentation as pages for a browser. The Markdown files of {@code docs/} are packed into this bundle by the
 * build and turned into HTML when somebody wants to read them. Only the Markdown that those files use is understood.
 */
package org.isoflop.core.guide;
