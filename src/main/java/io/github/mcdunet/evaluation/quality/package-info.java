/** What a model predicts of its own masks, and images that are unlike its training. */
package io.github.mcdunet.evaluation.quality;
