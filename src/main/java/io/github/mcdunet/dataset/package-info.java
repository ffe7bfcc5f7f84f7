/**
 * What is learnt from. A {@link io.github.mcdunet.dataset.Dataset} holds
 * {@link io.github.mcdunet.dataset.LabeledImage}s: intensities and
 * {@link io.github.mcdunet.dataset.Labels}, which say of each pixel what is known. A
 * {@link io.github.mcdunet.dataset.Split} tells which of them train, validate and test; a
 * {@link io.github.mcdunet.dataset.Normalization} how intensities become a network's input; an
 * {@link io.github.mcdunet.dataset.ImageSeries} gives images [X, Y, C] for a prediction one at a
 * time. Besides, the arithmetic that everybody shares:
 * {@link io.github.mcdunet.dataset.Resampling}, {@link io.github.mcdunet.dataset.Logistic},
 * {@link io.github.mcdunet.dataset.Summary}, {@link io.github.mcdunet.dataset.DistanceTransform}.
 * Knows ImgLib2 but neither ImageJ nor the network.
 */
package io.github.mcdunet.dataset;
