/**
 * The engine in plain Java, for computers on which oneDNN is missing or slow. Its arithmetic lies
 * in loops over one index of a few float arrays, the form that the JVM's compiler turns into vector
 * instructions on every processor; everything else copies data so that such loops can be used.
 */
package io.github.mcdunet.network.portable;
