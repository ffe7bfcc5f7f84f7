package io.github.mcdunet.review;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.Test;

public class ReviewQueueTest {

	/** The rest of an image of one row that has these probabilities and no object. */
	private static List<ReviewEntry> places(final int image, final double... p) {
		final float[] values = new float[p.length];
		for (int i = 0; i < p.length; i++)
			values[i] = (float) p[i];
		final byte[] mask = new byte[p.length];
		for (int i = 0; i < p.length; i++)
			mask[i] = (byte) (p[i] >= 0.5 ? 1 : 0);
		return ReviewPlaces.of(image, Rows.row(mask), new UncertaintyMaps(p.length, 1, 1,
			Map.of(MapKind.PROBABILITY, values, MapKind.ENTROPY, new float[p.length])), 1);
	}

	@Test
	public void theLargestErrorsComeFirst() {
		final double[] two = new double[40];
		Arrays.fill(two, 1);
		two[20] = 0.75;
		Arrays.fill(two, 1, 20, 0);
		final List<ReviewEntry> all = new ArrayList<>(places(0, 0, 0, 0.125));
		all.addAll(places(1, two));
		all.addAll(places(2, 0.375, 0, 0));
		final ReviewQueue queue = new ReviewQueue(all);
		assertEquals(
			List.of("2 maybe missed 1 0.375", "1 object 2 0.25", "0 rest of image 0.125",
				"1 object 1 0.0"),
			queue.entries().stream().map(e -> e.image() + " " + e.name() + " " + e.wrongPixels())
				.collect(Collectors.toList()));
		assertEquals(0.75, queue.total(), 0);
		assertEquals(0, queue.shareOfFirst(0), 0);
		assertEquals(0.5, queue.shareOfFirst(1), 0);
		assertEquals(5 / 6.0, queue.shareOfFirst(2), 1e-12);
		assertEquals(1, queue.shareOfFirst(4), 0);
		assertEquals(List.of("2: 1 0.375", "1: 2 0.25", "0: 1 0.125"),
			queue.images().stream().map(i -> i.image() + ": " + i.places() + " " + i.wrongPixels())
				.collect(Collectors.toList()));
	}

	@Test
	public void whereNothingIsUncertainNothingHasAShare() {
		final ReviewQueue queue = new ReviewQueue(places(0, 0, 0));
		assertEquals(0, queue.share(queue.entries().get(0).wrongPixels()), 0);
		assertEquals(0, queue.shareOfFirst(1), 0);
	}

	@Test
	public void theListCannotBeChanged() {
		final ReviewQueue queue = new ReviewQueue(places(0, 0, 0));
		assertThrows(UnsupportedOperationException.class, () -> queue.entries().clear());
	}
}
