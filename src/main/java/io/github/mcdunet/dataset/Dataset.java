package io.github.mcdunet.dataset;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images with their labels, all of the same number of channels.
 *
 * @param images at least one
 * @param channelNames one name per channel, in the order of the images' channels
 * @param classes those that the labels tell apart, the background first
 */
public record Dataset(List<LabeledImage> images, List<String> channelNames,
	List<LabelClass> classes) {

	/** Marked pixels from which a class can be learnt at all. */
	private static final int FEWEST_PIXELS = 10;

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
		classes = List.copyOf(classes);
		final int highest = images.stream().mapToInt(s -> s.labels().highestClass()).max()
			.getAsInt();
		if (classes.size() < 2 || highest >= classes.size())
			throw new IllegalArgumentException(
				"Labels of class " + highest + ", but only " + classes.size() + " classes");
	}

	/** With masks, or with as many classes as the labels have. */
	public Dataset(final List<LabeledImage> images, final List<String> channelNames) {
		this(images, channelNames, LabelClass.unnamed(Math.max(2,
			1 + images.stream().mapToInt(s -> s.labels().highestClass()).max().orElse(1))));
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
		return new Dataset(chosen, channelNames, classes);
	}

	/** Whether the pixels of some image are not all labelled. */
	public boolean isSparse() {
		return images.stream().anyMatch(s -> s.labels().isSparse());
	}

	/** The indices of the images with a pixel of which it is known what it is. */
	public List<Integer> marked() {
		return IntStream.range(0, size()).filter(i -> images.get(i).labels().known() > 0).boxed()
			.toList();
	}

	/** The same data without object numbers. */
	public Dataset withoutObjects() {
		return new Dataset(images.stream()
			.map(s -> !s.labels().hasObjects() ? s
				: new LabeledImage(s.name(), s.channels(), s.pixels(), s.labels().withoutObjects()))
			.toList(), channelNames, classes);
	}

	/** Whether all labels say which pixels belong to one object. */
	public boolean hasObjects() {
		return images.stream().allMatch(s -> s.labels().hasObjects());
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

	/**
	 * Whether each class can be learnt, and sparse marks show what is background.
	 *
	 * @throws McdUnetException if no pixel of the training part is of some class, naming it
	 */
	public void checkClasses(final Split split) {
		if (classes.size() == 2 && !isSparse()) return;
		final long[] pixels = new long[classes.size()];
		for (final int i : split.training())
			for (final byte c : images.get(i).labels().classes())
				if (c >= 0) pixels[c]++;
		for (int k = 0; k < pixels.length; k++)
			if (pixels[k] < FEWEST_PIXELS)
				throw new McdUnetException("Of the class '" + classes.get(k).name() + "' "
					+ (pixels[k] == 0 ? "no pixel is"
						: pixels[k] == 1
							? "only one pixel is" : "only " + pixels[k] + " pixels are")
					+ " marked in the "
					+ (split.training().size() == 1 ? "one image"
						: split.training().size() + " images")
					+ " chosen to learn from; a class needs at least " + FEWEST_PIXELS
					+ ". Mark more of it in more images, or use another seed.");
	}
}
