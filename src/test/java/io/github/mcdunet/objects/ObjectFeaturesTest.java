package io.github.mcdunet.objects;

import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.List;

import org.junit.Test;

public class ObjectFeaturesTest {

	@Test
	public void featuresByHand() {
		final int[] labels = { 1, 0, 0, 2, 1, 1, 0, 2 };
		final float[] p = { 0.5f, 0, 0, 0.875f, 0.75f, 1, 0, 0.625f };
		final float[] u = { 0.5f, 9, 9, 0.25f, 0.25f, 0, 9, 0.5f };
		final List<ObjectFeatures> all = ObjectFeatures.of(Labels.ofObjects(labels, 4, 2, 2),
			new UncertaintyMaps(4, 2, 1, p, u, new float[8], new float[8]));
		assertEquals(2, all.size());
		check(all.get(0), new int[]{ 1, 3, 0, 0, 2, 2 },
			new double[]{ 2.5 / 3, 3.5 / 3, 0.75, 0.25 });
		check(all.get(1), new int[]{ 2, 2, 3, 0, 1, 2 }, new double[]{ 3.5, 1, 0.75, 0.375 });
	}

	private static void check(final ObjectFeatures object, final int[] whole, final double[] real) {
		assertEquals(whole[0], object.label());
		assertEquals(whole[1], object.area());
		assertEquals(whole[2], object.x());
		assertEquals(whole[3], object.y());
		assertEquals(whole[4], object.width());
		assertEquals(whole[5], object.height());
		assertEquals(real[0], object.centroidX(), 1e-12);
		assertEquals(real[1], object.centroidY(), 1e-12);
		assertEquals(real[2], object.meanProbability(), 1e-12);
		assertEquals(real[3], object.meanUncertainty(), 1e-12);
	}

	@Test(expected = IllegalArgumentException.class)
	public void otherSizeIsRefused() {
		ObjectFeatures.of(Labels.ofObjects(new int[8], 4, 2, 0),
			new UncertaintyMaps(2, 4, 1, new float[8], new float[8], new float[8], new float[8]));
	}
}
