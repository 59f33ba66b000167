/**
 * The catalog in the workbench: what ships with Isoflop as tables to search, sort and copy from. Tables are read in
 * jobs into records; entries themselves are read when they are copied. A copy goes into the study in front as one
 * command, with its sources, and says where it comes from.
 */
package org.isoflop.ui.catalog;
