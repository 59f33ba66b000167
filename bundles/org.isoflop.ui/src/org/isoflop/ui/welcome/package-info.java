/**
 * The welcome page: what Isoflop is, the examples, a new study, files opened before, and where to read on. It comes at
 * the start and whenever no study is open, unless a preference says otherwise. It draws with plain widgets and opens no
 * address before it is asked to.
 */
package org.isoflop.ui.welcome;
