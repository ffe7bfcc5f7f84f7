/**
 * The engine on oneDNN's kernels, tensors in native memory, its own or what it is given.
 */
package io.github.mcdunet.network.onednn;
