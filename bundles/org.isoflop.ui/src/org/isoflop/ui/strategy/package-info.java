/**
 * Strategies side by side: what they come to, what they differ in, and how each number came about. Results are
 * evaluated in a job over records and never by the thread of the window. The page of the editor puts these parts
 * together; the wizard adds a scenario that compares fine-tuning with pretraining.
 */
package org.isoflop.ui.strategy;
