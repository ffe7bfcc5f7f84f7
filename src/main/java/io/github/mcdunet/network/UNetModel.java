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
 */
public final class UNetModel {

	private final Parameters parameters;
	private final Normalization normalization;
	private final List<String> channelNames;
	private final PixelSize pixelSize;
	private final Map<String, String> manifest;
	private final List<String> history;

	/**
	 * @param channelNames one per channel
	 * @param pixelSize of the training images
	 * @param manifest what the training was: settings, seed, split, data hash, versions, scores; in
	 * order, for people and for repeating it
	 * @param history the training history as CSV lines, the header first; empty if untrained
	 */
	public UNetModel(final Parameters parameters, final Normalization normalization,
		final List<String> channelNames, final PixelSize pixelSize,
		final Map<String, String> manifest, final List<String> history) {
		if (channelNames.size() != parameters.architecture().channels())
			throw new IllegalArgumentException(channelNames.size() + " names for "
				+ parameters.architecture().channels() + " channels");
		this.parameters = parameters;
		this.normalization = normalization;
		this.channelNames = Collections.unmodifiableList(new ArrayList<>(channelNames));
		this.pixelSize = pixelSize;
		this.manifest = Collections.unmodifiableMap(new LinkedHashMap<>(manifest));
		this.history = Collections.unmodifiableList(new ArrayList<>(history));
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

	public Parameters parameters() {
		return parameters;
	}

	public Normalization normalization() {
		return normalization;
	}

	public List<String> channelNames() {
		return channelNames;
	}

	public PixelSize pixelSize() {
		return pixelSize;
	}

	public Map<String, String> manifest() {
		return manifest;
	}

	public List<String> history() {
		return history;
	}
}
