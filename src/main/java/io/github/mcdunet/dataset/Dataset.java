package io.github.mcdunet.dataset;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Images with their masks, all of the same number of channels. Immutable. */
public final class Dataset {

	private final List<LabeledImage> samples;
	private final List<String> channelNames;

	/**
	 * @param channelNames one name per channel, in the order of the images' channels
	 * @throws McdUnetException if there is no sample, or the samples differ in their number of
	 * channels
	 */
	public Dataset(final List<LabeledImage> samples, final List<String> channelNames) {
		if (samples.isEmpty()) throw new McdUnetException("There is no image to learn from.");
		for (final LabeledImage s : samples)
			if (s.channels() != channelNames.size())
				throw new McdUnetException("Image '" + s.name() + "' has " + s.channels()
					+ " channels but the others have " + channelNames.size()
					+ ". All images of a training need the same channels in the same order.");
		this.samples = Collections.unmodifiableList(new ArrayList<>(samples));
		this.channelNames = Collections.unmodifiableList(new ArrayList<>(channelNames));
	}

	public List<LabeledImage> samples() {
		return samples;
	}

	public LabeledImage get(final int i) {
		return samples.get(i);
	}

	public int size() {
		return samples.size();
	}

	public int channels() {
		return channelNames.size();
	}

	public List<String> channelNames() {
		return channelNames;
	}

	/** The samples at the given indices, in that order. */
	public Dataset subset(final List<Integer> indices) {
		final List<LabeledImage> chosen = new ArrayList<>();
		for (final int i : indices)
			chosen.add(samples.get(i));
		return new Dataset(chosen, channelNames);
	}

	/**
	 * Whether there is anything to learn: a network that sees no foreground learns to say
	 * "background" everywhere.
	 *
	 * @throws McdUnetException if no mask has foreground, or none of the training part
	 */
	public void checkForeground(final Split split) {
		if (samples.stream().allMatch(s -> s.foreground() == 0))
			throw new McdUnetException("None of the " + size()
				+ " masks marks any object: all are background (0). Check that the masks belong to these images "
				+ "and that their objects are not 0.");
		if (split.training().stream().allMatch(i -> samples.get(i).foreground() == 0))
			throw new McdUnetException("None of the " + split.training().size()
				+ " images chosen to learn from has an object in its mask; all objects are in the validation or "
				+ "test images. Use another seed or more images with objects.");
	}
}
