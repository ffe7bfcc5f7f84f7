package io.github.mcdunet.exchange.dl4j;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.training.TrainingSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;

import org.junit.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

public class BatchIteratorTest {

	private static final TrainingSettings PLAIN = TrainingSettings.defaults().augment(false)
		.batchSize(2).normalization(Normalization.maximum());

	/** Image k of 3 x 2 pixels and two channels; its brightest pixel is (k + 1) and 10 (k + 1). */
	private static Dataset data(final int images, final byte... classes) {
		final List<LabeledImage> all = new ArrayList<>();
		for (int k = 0; k < images; k++) {
			final float[] pixels = new float[12];
			pixels[k % 6] = k + 1;
			pixels[6 + k % 6] = 10 * (k + 1);
			pixels[6 + (k + 1) % 6] = 5 * (k + 1);
			all.add(new LabeledImage("image " + k, 2, pixels,
				Labels.ofClasses(classes.length > 0 ? classes : mask(k), 3, 2)));
		}
		return new Dataset(all, List.of("a", "b"));
	}

	private static byte[] mask(final int k) {
		final byte[] mask = new byte[6];
		mask[k % 6] = 1;
		return mask;
	}

	/** Which image of the dataset it is, by its brightest pixel; checks all others. */
	private static int identify(final DataSet batch, final int i) {
		for (int k = 0; k < 6; k++)
			if (batch.getLabels().getFloat(i, 0, k / 3, k % 3) == 1) {
				for (int p = 0; p < 6; p++) {
					assertEquals(p == k ? 1 : 0, batch.getFeatures().getFloat(i, 0, p / 3, p % 3),
						0);
					assertEquals(p == k ? 1 : p == (k + 1) % 6 ? 0.5 : 0,
						batch.getFeatures().getFloat(i, 1, p / 3, p % 3), 0);
				}
				return k;
			}
		throw new AssertionError("No image");
	}

	@Test
	public void anEpochShowsEveryImageNormalisedWithItsMask() {
		final BatchIterator batches = new BatchIterator(data(4), PLAIN, 1);
		final TreeSet<Integer> seen = new TreeSet<>();
		for (int b = 0; b < 2; b++) {
			final DataSet batch = batches.next();
			assertArrayEquals(new long[]{ 2, 2, 2, 3 }, batch.getFeatures().shape());
			assertArrayEquals(new long[]{ 2, 1, 2, 3 }, batch.getLabels().shape());
			assertEquals(DataType.FLOAT, batch.getLabels().dataType());
			assertNull(batch.getLabelsMaskArray());
			for (int i = 0; i < 2; i++)
				seen.add(identify(batch, i));
		}
		assertEquals("[0, 1, 2, 3]", seen.toString());
		assertFalse(batches.hasNext());
		assertThrows(NoSuchElementException.class, batches::next);
	}

	@Test
	public void resetBeginsAnotherEpochInAnotherOrder() {
		final BatchIterator batches = new BatchIterator(data(6), PLAIN, 1);
		batches.reset();
		final TreeSet<String> orders = new TreeSet<>();
		for (int epoch = 0; epoch < 5; epoch++) {
			final List<Integer> order = new ArrayList<>();
			while (batches.hasNext()) {
				final DataSet batch = batches.next();
				order.add(identify(batch, 0));
				order.add(identify(batch, 1));
			}
			assertEquals(6, new TreeSet<>(order).size());
			orders.add(order.toString());
			batches.reset();
		}
		assertTrue(orders.toString(), orders.size() > 1);
	}

	@Test
	public void theSameSeedGivesTheSameAugmentedBatches() {
		final TrainingSettings settings = PLAIN.augment(true).seed(3);
		final INDArray a = new BatchIterator(data(6), settings, 4).next().getFeatures(),
			b = new BatchIterator(data(6), settings, 4).next().getFeatures(),
			other = new BatchIterator(data(6), settings.seed(4), 4).next().getFeatures();
		assertArrayEquals("padded", new long[]{ 2, 2, 4, 4 }, a.shape());
		assertEquals(a, b);
		assertNotEquals(a, other);
	}

	/** A batch that was given out is not written to again. */
	@Test
	public void everyBatchIsNewMemory() {
		final BatchIterator batches = new BatchIterator(data(6), PLAIN, 1);
		final INDArray first = batches.next().getFeatures(), copy = first.dup();
		batches.next();
		assertEquals(copy, first);
	}

	@Test
	public void classesBecomePlanesAndUnlabelledPixelsAreMasked() {
		final DataSet batch = new BatchIterator(
			data(2, (byte) 0, (byte) 1, (byte) 2, (byte) -1, (byte) 2, (byte) 0), PLAIN, 1).next();
		assertArrayEquals(new long[]{ 2, 3, 2, 3 }, batch.getLabels().shape());
		final float[] expected = { 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0 };
		for (int i = 0; i < 18; i++)
			assertEquals(expected[i], batch.getLabels().getFloat(1, i / 6, i % 6 / 3, i % 3), 0);
		assertArrayEquals(new long[]{ 2, 1, 2, 3 }, batch.getLabelsMaskArray().shape());
		for (int i = 0; i < 6; i++)
			assertEquals(i == 3 ? 0 : 1, batch.getLabelsMaskArray().getFloat(0, 0, i / 3, i % 3),
				0);
	}

	@Test
	public void wrongSettingsGetASentence() {
		assertTrue(assertThrows(McdUnetException.class,
			() -> new BatchIterator(data(2), PLAIN.batchSize(0), 1)).getMessage()
			.contains("must be at least 1"));
	}
}
