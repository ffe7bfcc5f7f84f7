/**
 * From Monte Carlo samples to maps: streaming statistics, tiles. Does not know the network: it is
 * given a function.
 */
package io.github.mcdunet.inference;
