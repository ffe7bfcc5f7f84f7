package io.github.mcdunet.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class UncertaintyMapsTest {

	private final float[] p = { 0, 1, 0.5f, 0.25f };
	private final UncertaintyMaps maps = new UncertaintyMaps(2, 2, 1, p, new float[4], new float[4],
		new float[4]);

	@Test
	public void bothPartsMakeTheEntropy() {
		final float[] f = maps.get(MapKind.FOREGROUND_ENTROPY),
			b = maps.get(MapKind.BACKGROUND_ENTROPY);
		assertArrayEquals(
			new float[]{ 0, 0, (float) (0.5 * Math.log(2)), (float) (0.25 * Math.log(4)) }, f,
			1e-7f);
		assertArrayEquals(
			new float[]{ 0, 0, (float) (0.5 * Math.log(2)), (float) (0.75 * Math.log(4 / 3.0)) }, b,
			1e-7f);
		for (int i = 0; i < 4; i++)
			assertEquals(UncertaintyMaps.entropy(p[i]), f[i] + b[i], 1e-7);
	}

	@Test
	public void thresholdItselfIsForeground() {
		assertArrayEquals(new byte[]{ 0, 1, 1, 0 }, maps.mask(0.5).classes());
	}
}
