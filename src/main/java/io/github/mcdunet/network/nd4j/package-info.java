/**
 * The engine whose tensors are ND4J's arrays; oneDNN computes in place on their memory. For those
 * who have ND4J on the class path.
 */
package io.github.mcdunet.network.nd4j;
