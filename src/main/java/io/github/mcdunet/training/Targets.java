package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.SeparationTarget;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.PixelTarget;

/** Makes of labels what a network should say. */
final class Targets {

	/** Pixels from a neighbour within which an object is shallower than on its open sides. */
	private static final double REACH = 4;

	private Targets() {
	}

	/** @param labels with object numbers if the network separates objects */
	static PixelTarget of(final Labels labels, final Outputs outputs) {
		return new PixelTarget(labels.classes(),
			outputs.separation() ? SeparationTarget.depths(labels, REACH) : null);
	}
}
