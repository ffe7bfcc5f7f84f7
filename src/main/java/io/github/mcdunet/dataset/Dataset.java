package io.github.mcdunet.dataset;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.List;

/**
 * Images with their labels, all of the same number of channels.
 *
 * @param images at least one
 * @param channelNames one name per channel, in the order of the images' channels
 */
public record Dataset(List<LabeledImage> images, List<String> channelNames) {

	/** @throws McdUnetException if there is no image, or they differ in their number of channels */
	public Dataset {
		if (images.isEmpty()) throw new McdUnetException("There is no image to learn from.");
		for (final LabeledImage image : images)
			if (image.channels() != channelNames.size())
				throw new McdUnetException("Image '" + image.name() + "' has " + image.channels()
					+ " channels but the others have " + channelNames.size()
					+ ". All images of a training need the same channels in the same order.");
		images = List.copyOf(images);
		channelNames = List.copyOf(channelNames);
	}

	public LabeledImage get(final int i) {
		return images.get(i);
	}

	public int size() {
		return images.size();
	}

	public int channels() {
		return channelNames.size();
	}

	/** The images at the given indices, in that order. */
	public Dataset subset(final List<Integer> indices) {
		final List<LabeledImage> chosen = new ArrayList<>();
		for (final int i : indices)
			chosen.add(images.get(i));
		return new Dataset(chosen, channelNames);
	}

	/**
	 * Whether there is anything to learn: a network that sees no foreground learns to say
	 * "background" everywhere.
	 *
	 * @throws McdUnetException if no mask has foreground, or none of the training part
	 */
	public void checkForeground(final Split split) {
		if (images.stream().allMatch(s -> s.foreground() == 0))
			throw new McdUnetException("None of the " + size()
				+ " masks marks any object: all are background (0). Check that the masks belong to these images "
				+ "and that their objects are not 0.");
		if (split.training().stream().allMatch(i -> images.get(i).foreground() == 0))
			throw new McdUnetException("None of the " + split.training().size()
				+ " images chosen to learn from has an object in its mask; all objects are in the validation or "
				+ "test images. Use another seed or more images with objects.");
	}
}
