package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.augment.Augmentation;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.nd4j.Nd4jImages;
import io.github.mcdunet.training.AugmentedImages;
import io.github.mcdunet.training.TrainingSettings;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Labelled images as DL4J's pairs of arrays, to train any network of DL4J with: the same batches,
 * cropped, normalised and augmented, that the plugin trains its own with. Each pass is one epoch;
 * {@link #reset} begins the next one, in which the images are shuffled and augmented anew. Used by
 * one thread.
 * <p>
 * Features are [N, C, H, W], normalised. Labels are the mask [N, 1, H, W] of 0 and 1; or, if there
 * are several classes, one plane per class and the background first, [N, K + 1, H, W], with 1 in
 * the plane of the pixel's class and 0 in the others. Where a pixel is not labelled, there is a
 * labels mask [N, 1, H, W] that is 0 there and 1 elsewhere. Every batch is new memory, that of the
 * network which gets it.
 */
public final class BatchIterator implements DataSetIterator {

	private static final long serialVersionUID = 1L;

	private final AugmentedImages images;
	private final Augmentation augmentation;
	private final int channels;
	private final int classes;
	private final int batchSize;
	private DataSetPreProcessor preProcessor;
	private long next;
	private long epoch;

	/**
	 * @param data at least one image
	 * @param settings of which batch size, training size and sizing, normalisation, augmentation
	 * and seed count here
	 * @param alignment width and height of the batches become multiples of this, 1 if any will do
	 * @throws McdUnetException if ND4J is missing, or the batch size or alignment is below 1
	 */
	public BatchIterator(final Dataset data, final TrainingSettings settings, final int alignment) {
		if (settings.batchSize() < 1 || alignment < 1)
			throw new McdUnetException("The batch size (" + settings.batchSize()
				+ ") and the alignment (" + alignment + ") must be at least 1.");
		images = AugmentedImages.of(data, settings, alignment);
		augmentation = settings.augment() ? Augmentation.standard() : Augmentation.none();
		channels = data.channels();
		batchSize = settings.batchSize();
		classes = data.images().stream().mapToInt(BatchIterator::largestClass).max().getAsInt();
	}

	private static int largestClass(final LabeledImage image) {
		int largest = 1;
		for (final byte c : image.labels().classes())
			largest = Math.max(largest, c);
		return largest;
	}

	@Override
	public boolean hasNext() {
		return next < (epoch + 1) * images.batchesPerEpoch(batchSize);
	}

	@Override
	public DataSet next() {
		return next(batchSize);
	}

	/**
	 * @param size must be {@link #batch()}
	 * @throws UnsupportedOperationException if it is another
	 */
	@Override
	public DataSet next(final int size) {
		if (size != batchSize) throw new UnsupportedOperationException("Batches have one size");
		if (!hasNext()) throw new NoSuchElementException("The epoch is over");
		final DataSet batch = batch(images.batch(next++, batchSize, augmentation));
		if (preProcessor != null) preProcessor.preProcess(batch);
		return batch;
	}

	private DataSet batch(final List<LabeledImage> batch) {
		final INDArray features = Nd4jImages.copy(batch.stream().map(LabeledImage::image).toList());
		final int planes = totalOutcomes(), area = images.width() * images.height();
		final float[] labels = new float[batch.size() * planes * area];
		final float[] known = new float[batch.size() * area];
		for (int i = 0; i < known.length; i++) {
			final int image = i / area, pixel = i % area;
			final byte c = batch.get(image).labels().classes()[pixel];
			known[i] = c < 0 ? 0 : 1;
			if (planes == 1) labels[i] = Math.max(0, c);
			else if (c >= 0) labels[(image * planes + c) * area + pixel] = 1;
		}
		return new DataSet(features, array(labels, batch.size(), planes), null,
			IntStream.range(0, known.length).allMatch(i -> known[i] == 1) ? null
				: array(known, batch.size(), 1));
	}

	private INDArray array(final float[] values, final int n, final int planes) {
		return Nd4j.create(values, new long[]{ n, planes, images.height(), images.width() }, 'c')
			.castTo(DataType.FLOAT);
	}

	/** Begins the next epoch. */
	@Override
	public void reset() {
		if (next == epoch * images.batchesPerEpoch(batchSize)) return; // NB: DL4J does it before the first, too
		epoch++;
		next = epoch * images.batchesPerEpoch(batchSize);
	}

	@Override
	public boolean resetSupported() {
		return true;
	}

	@Override
	public boolean asyncSupported() {
		return true;
	}

	/** Images of a batch. */
	@Override
	public int batch() {
		return batchSize;
	}

	/** Channels of the features. */
	@Override
	public int inputColumns() {
		return channels;
	}

	/** Planes of the labels. */
	@Override
	public int totalOutcomes() {
		return classes == 1 ? 1 : classes + 1;
	}

	/** Width of the arrays, in pixels. */
	public int width() {
		return images.width();
	}

	/** Height of the arrays, in pixels. */
	public int height() {
		return images.height();
	}

	/** None: the classes have no names here. */
	@Override
	public List<String> getLabels() {
		return null;
	}

	/** Is given every batch. */
	@Override
	public void setPreProcessor(final DataSetPreProcessor newPreProcessor) {
		preProcessor = newPreProcessor;
	}

	@Override
	public DataSetPreProcessor getPreProcessor() {
		return preProcessor;
	}
}
