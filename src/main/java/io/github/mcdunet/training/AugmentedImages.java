package io.github.mcdunet.training;

import io.github.mcdunet.augment.Augmentation;
import io.github.mcdunet.augment.RandomCrop;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What a training sees: prepared images in shuffled batches, cropped and augmented anew in each
 * epoch. What a batch holds depends on (seed, number of the batch) alone. Immutable.
 */
public final class AugmentedImages {

	private final List<LabeledImage> images;
	private final int width;
	private final int height;
	private final boolean crop;
	private final long seed;

	/**
	 * @param images prepared: normalised, and of the training size unless they are to be cropped
	 * @param crop whether a random width x height window is taken of each image
	 */
	AugmentedImages(final List<LabeledImage> images, final int width, final int height,
		final boolean crop, final long seed) {
		this.images = images;
		this.width = width;
		this.height = height;
		this.crop = crop;
		this.seed = seed;
	}

	/**
	 * Prepares the images of a dataset as a training with these settings does: resized or to be
	 * cropped, normalised, padded by reflection.
	 *
	 * @param alignment width and height become multiples of this
	 */
	public static AugmentedImages of(final Dataset data, final TrainingSettings settings,
		final int alignment) {
		final Preparation preparation = new Preparation(settings, data, alignment);
		return new AugmentedImages(preparation.training(data), preparation.width(),
			preparation.height(), preparation.crops(), settings.seed());
	}

	/** Width of every image of a batch, in pixels. */
	public int width() {
		return width;
	}

	/** Height of every image of a batch, in pixels. */
	public int height() {
		return height;
	}

	/** How many batches of a size show each image once. */
	public int batchesPerEpoch(final int batchSize) {
		return (images.size() + batchSize - 1) / batchSize;
	}

	/**
	 * @param number of the batch, from 0; epochs follow one another without end. The last batch of
	 * an epoch is filled up with the epoch's first images.
	 * @param size images of a batch, the same for all numbers
	 * @return images of this width and height
	 */
	public List<LabeledImage> batch(final long number, final int size,
		final Augmentation augmentation) {
		final int batches = batchesPerEpoch(size);
		final long epoch = number / batches;
		final List<Integer> order = order(epoch);
		final List<LabeledImage> batch = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			final int position = (int) (number % batches) * size + i;
			final SplittableRandom random = new SplittableRandom(
				new SplittableRandom(seed + epoch).nextLong() + position);
			LabeledImage image = images.get(order.get(position % order.size()));
			if (crop) image = RandomCrop.apply(image, width, height, random);
			batch.add(augmentation.apply(image, random));
		}
		return batch;
	}

	private List<Integer> order(final long epoch) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < images.size(); i++)
			order.add(i);
		Collections.shuffle(order, new Random(seed * 31 + epoch));
		return order;
	}
}
