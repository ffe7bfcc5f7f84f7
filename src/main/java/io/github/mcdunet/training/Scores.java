package io.github.mcdunet.training;

import io.github.mcdunet.network.PixelScore;

/** Loss (nats per pixel), accuracy and Dice (0..1) over all pixels of a set of images. */
public final class Scores {

	private final double loss;
	private final double accuracy;
	private final double dice;

	Scores(final PixelScore score) {
		loss = score.loss();
		accuracy = score.accuracy();
		dice = score.dice();
	}

	Scores(final double loss, final double accuracy, final double dice) {
		this.loss = loss;
		this.accuracy = accuracy;
		this.dice = dice;
	}

	public double loss() {
		return loss;
	}

	public double accuracy() {
		return accuracy;
	}

	public double dice() {
		return dice;
	}
}
