package io.github.mcdunet.network;

import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained network with everything that is needed to use it right: what a model file holds. The
 * parameters are not changed by prediction.
 *
 * @param channelNames one per channel
 * @param pixelSize of the training images
 * @param manifest what the training was: settings, seed, split, data hash, versions, scores; in
 * order, for people and for repeating it
 * @param history the training history as CSV lines, the header first; empty if untrained
 */
public record UNetModel(Parameters parameters, Normalization normalization,
	List<String> channelNames, PixelSize pixelSize, Map<String, String> manifest,
	List<String> history) {

	public UNetModel {
		final int channels = parameters.architecture().channels();
		if (channelNames.size() != channels)
			throw new IllegalArgumentException(
				channelNames.size() + " names for " + channels + " channels");
		channelNames = Collections.unmodifiableList(new ArrayList<>(channelNames));
		manifest = Collections.unmodifiableMap(new LinkedHashMap<>(manifest));
		history = Collections.unmodifiableList(new ArrayList<>(history));
	}

	/** The same model whose manifest says more. */
	public UNetModel with(final Map<String, String> more) {
		final Map<String, String> all = new LinkedHashMap<>(manifest);
		all.putAll(more);
		return new UNetModel(parameters, normalization, channelNames, pixelSize, all, history);
	}

	public Architecture architecture() {
		return parameters.architecture();
	}
}
