package io.github.mcdunet.exchange.dl4j;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;

import org.junit.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

public class Nd4jMapsTest {

	@Test
	public void mapsAreCopiedInTheOrderAskedFor() {
		final float[] p = { 0, 0.25f, 0.5f, 1, 0.75f, 0 }, variance = { 1, 2, 3, 4, 5, 6 };
		final UncertaintyMaps maps = new UncertaintyMaps(3, 2, 20, p, new float[6], new float[6],
			variance);
		final INDArray array = Nd4jMaps.copy(maps, MapKind.VARIANCE, MapKind.PROBABILITY);
		assertArrayEquals(new long[]{ 1, 2, 2, 3 }, array.shape());
		assertEquals(6, array.getFloat(0, 0, 1, 2), 0);
		assertEquals(0.75, array.getFloat(0, 1, 1, 1), 0);
		array.assign(0);
		assertEquals(0.25, maps.probability()[1], 0);
	}
}
