/**
 * What the graphs ask of an engine: tensors, and the layers' arithmetic forward and back. Knows no
 * implementation.
 */
package io.github.mcdunet.network.engine;
