package io.github.mcdunet.view.figure;

import static org.junit.Assert.assertArrayEquals;

import org.junit.Test;

public class AreaScalingTest {

	@Test
	public void halvingAveragesFourPixels() {
		final float[] four = { 1, 2, 10, 20, 3, 4, 30, 40 };
		assertArrayEquals(new float[]{ 2.5f, 25 }, AreaScaling.scale(four, 4, 2, 2, 1), 1e-6f);
	}

	@Test
	public void doublingRepeatsPixels() {
		assertArrayEquals(new float[]{ 1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4 },
			AreaScaling.scale(new float[]{ 1, 2, 3, 4 }, 2, 2, 4, 4), 1e-6f);
	}

	/** By hand: three pixels become two, each one and a half wide. */
	@Test
	public void partsOfPixelsCountByTheirArea() {
		assertArrayEquals(new float[]{ (3 + 0.5f * 6) / 1.5f, (0.5f * 6 + 12) / 1.5f },
			AreaScaling.scale(new float[]{ 3, 6, 12 }, 3, 1, 2, 1), 1e-5f);
	}

	@Test
	public void widthAndHeightScaleEachOnTheirOwn() {
		assertArrayEquals(new float[]{ 1.5f, 1.5f, 3.5f, 3.5f },
			AreaScaling.scale(new float[]{ 1, 2, 3, 4 }, 2, 2, 1, 4), 1e-6f);
	}
}
