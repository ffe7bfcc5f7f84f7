package io.github.mcdunet.network;

import io.github.mcdunet.dataset.LabelClass;
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
 * @param classes what the network tells apart, the background first
 */
public record UNetModel(Parameters parameters, Normalization normalization,
	List<String> channelNames, PixelSize pixelSize, Map<String, String> manifest,
	List<String> history, List<LabelClass> classes) {

	public UNetModel {
		final int channels = parameters.architecture().channels();
		if (channelNames.size() != channels)
			throw new IllegalArgumentException(
				channelNames.size() + " names for " + channels + " channels");
		if (classes.size() != parameters.architecture().outputs().classes())
			throw new IllegalArgumentException(classes.size() + " names for "
				+ parameters.architecture().outputs().classes() + " classes");
		classes = List.copyOf(classes);
		channelNames = Collections.unmodifiableList(new ArrayList<>(channelNames));
		manifest = Collections.unmodifiableMap(new LinkedHashMap<>(manifest));
		history = Collections.unmodifiableList(new ArrayList<>(history));
	}

	/** Whose classes have no names of their own. */
	public UNetModel(final Parameters parameters, final Normalization normalization,
		final List<String> channelNames, final PixelSize pixelSize,
		final Map<String, String> manifest, final List<String> history) {
		this(parameters, normalization, channelNames, pixelSize, manifest, history,
			LabelClass.unnamed(parameters.architecture().outputs().classes()));
	}

	/** The same model whose manifest says more. */
	public UNetModel with(final Map<String, String> more) {
		final Map<String, String> all = new LinkedHashMap<>(manifest);
		all.putAll(more);
		return new UNetModel(parameters, normalization, channelNames, pixelSize, all, history,
			classes);
	}

	/** The same model with other numbers, of the same architecture. */
	public UNetModel with(final Parameters newParameters) {
		return new UNetModel(newParameters, normalization, channelNames, pixelSize, manifest,
			history, classes);
	}

	public Architecture architecture() {
		return parameters.architecture();
	}
}
