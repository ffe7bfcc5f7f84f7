/** The figure of a publication. */
package io.github.mcdunet.view.figure;
