/**
 * The network: architecture, graphs, dropout, loss, optimiser, the model file. The layers run on an engine (package engine); the
 * same holds for the border between images and the engine's memory.
 */
package io.github.mcdunet.network;
