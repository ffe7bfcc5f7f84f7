package io.github.mcdunet.training;

import io.github.mcdunet.network.PixelScore;

/**
 * How good a network is over all pixels of a set of images.
 *
 * @param loss nats per pixel
 * @param accuracy 0..1
 * @param dice 0..1
 */
public record Scores(double loss, double accuracy, double dice) {

	Scores(final PixelScore score) {
		this(score.loss(), score.accuracy(), score.dice());
	}
}
