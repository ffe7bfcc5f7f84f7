/**
 * DL4J in and out: batches to train any of its networks with, maps as ND4J arrays, and this
 * plugin's networks as files that DL4J reads and writes. For those who have DL4J on the class path;
 * reading a file does without.
 */
package io.github.mcdunet.exchange.dl4j;
