/**
 * The network: architecture, graphs, dropout, loss, optimiser, the model file. The layers'
 * arithmetic is an engine's (package engine); the border between images and an engine's memory lies
 * here.
 */
package io.github.mcdunet.network;
