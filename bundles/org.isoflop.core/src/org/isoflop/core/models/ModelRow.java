package org.isoflop.core.models;

/**
 * A model as a line of a table says it. What is not there is null.
 *
 * @param line
 *            the line in the file, from 1
 * @param name
 *            its name
 * @param organisation
 *            who made it
 * @param released
 *            when it came out: a year, a year and month, or a full date
 * @param licence
 *            its licence
 * @param parameters
 *            parameters
 * @param active
 *            parameters that one token uses, at most as many as {@code parameters}
 * @param tokens
 *            training tokens
 * @param compute
 *            training compute in FLOP
 * @param loss
 *            loss in nats per token
 * @param corpus
 *            what the loss was measured on; there wherever the loss is
 */
public record ModelRow(int line, String name, String organisation, String released, String licence, Double parameters,
        Double active, Double tokens, Double compute, Double loss, String corpus) {
}
