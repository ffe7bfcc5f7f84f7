/**
 * The engine on oneDNN's kernels, tensors in native memory. The only package that knows native
 * code.
 */
package io.github.mcdunet.network.onednn;
