/**
 * What models run on: accelerators with their memory, bandwidth, peaks by precision and links, clusters of them, and
 * schedules by which they are delivered. Peaks are dense, never sparse; bandwidths of links are those of one direction.
 * The packages of training and serving take these records; where the numbers come from is known to whoever made them.
 */
package org.isoflop.analysis.hardware;
