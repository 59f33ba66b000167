/**
 * Architectures of models from outside: the {@code config.json} of Hugging Face, family by family, into the record that
 * the analysis counts, and from there into a study. Fields that a family may leave out take the defaults of its class
 * in the transformers library, and the answer names them; what is unknown, missing or contradictory is refused with
 * file, line and field, never guessed. Reading a file touches neither the network nor another file.
 */
package org.isoflop.core.architecture;
