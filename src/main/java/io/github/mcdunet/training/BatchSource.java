package io.github.mcdunet.training;

import io.github.mcdunet.augment.Augmentation;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.PixelTarget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Draws shuffled, cropped and augmented batches in a background thread, a few ahead, so that the
 * network never waits. What a batch holds depends on (seed, epoch, batch) alone, not on timing. The
 * last batch of an epoch is filled up with the epoch's first images.
 */
final class BatchSource implements AutoCloseable {

	private static final int AHEAD = 3;

	/**
	 * Prepared images with what the network should say of them, for one training step.
	 *
	 * @param pixels per image [C, H, W]
	 * @param targets one per image
	 */
	record Batch(float[][] pixels, PixelTarget[] targets) {

		int size() {
			return pixels.length;
		}
	}

	private final AugmentedImages images;
	private final Outputs outputs;
	private final int batchSize;
	private Augmentation augmentation;
	private final ExecutorService background = Executors.newSingleThreadExecutor(r -> {
		final Thread t = new Thread(r, "MC Dropout U-Net augmentation");
		t.setDaemon(true);
		return t;
	});
	private final Deque<Future<Batch>> ready = new ArrayDeque<>();
	private long next;

	/**
	 * @param images prepared: normalised, and of the training size unless they are to be cropped
	 * @param outputs the network's
	 * @param crop whether a random width x height window is taken of each image
	 * @param epoch the one to begin with, from 0
	 */
	BatchSource(final List<LabeledImage> images, final Outputs outputs, final int batchSize,
		final int width, final int height, final boolean crop, final Augmentation augmentation,
		final long seed, final long epoch) {
		this.images = new AugmentedImages(images, width, height, crop, seed);
		this.outputs = outputs;
		this.batchSize = batchSize;
		this.augmentation = augmentation;
		next = epoch * batchesPerEpoch();
	}

	int batchesPerEpoch() {
		return images.batchesPerEpoch(batchSize);
	}

	/** Augments otherwise from the next batch on. */
	void augment(final Augmentation by) {
		next -= ready.size();
		ready.forEach(batch -> batch.cancel(false));
		ready.clear();
		augmentation = by;
	}

	/** The next batch; epochs follow one another without end. */
	Batch next() {
		while (ready.size() < AHEAD) {
			final long number = next++;
			final Augmentation by = augmentation;
			ready.add(background.submit(() -> draw(number, by)));
		}
		try {
			return ready.remove().get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new java.util.concurrent.CancellationException("Interrupted.");
		}
		catch (final ExecutionException e) {
			// NB: such as too little memory
			if (e.getCause() instanceof Error) throw (Error) e.getCause();
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
			throw new IllegalStateException(e.getCause());
		}
	}

	private Batch draw(final long number, final Augmentation by) {
		final float[][] pixels = new float[batchSize][];
		final PixelTarget[] targets = new PixelTarget[batchSize];
		int i = 0;
		for (final LabeledImage s : images.batch(number, batchSize, by)) {
			pixels[i] = s.pixels();
			targets[i++] = Targets.of(s.labels(), outputs);
		}
		return new Batch(pixels, targets);
	}

	@Override
	public void close() {
		background.shutdownNow();
	}
}
