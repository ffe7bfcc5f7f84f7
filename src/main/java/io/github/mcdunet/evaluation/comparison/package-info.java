/** Models against each other on the same images. */
package io.github.mcdunet.evaluation.comparison;
