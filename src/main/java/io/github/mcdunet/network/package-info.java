/**
 * The network: architecture, graphs, dropout, loss, optimiser, the model file. The layers'
 * arithmetic is an engine's (package engine), of which there are two (packages onednn and
 * portable); the border between images and an engine's memory lies here.
 */
package io.github.mcdunet.network;
