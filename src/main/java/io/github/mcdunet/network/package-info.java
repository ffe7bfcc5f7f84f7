/**
 * The engine: architecture, graph, layers on oneDNN, dropout, loss, the model file. The only package that knows native code; the
 * same holds for the border between images and the engine's memory.
 */
package io.github.mcdunet.network;
