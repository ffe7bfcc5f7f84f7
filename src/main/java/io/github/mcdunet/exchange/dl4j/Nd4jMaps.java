package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.nd4j.Nd4jImages;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The maps of a prediction as an ND4J array. */
public final class Nd4jMaps {

	private Nd4jMaps() {
	}

	/**
	 * Copies maps into one array.
	 *
	 * @param kinds at least one, each asked for when the image was predicted
	 * @return [1, M, H, W], the M maps in the order of the kinds, in the ranges that
	 * {@link MapKind} gives
	 * @throws IllegalStateException if a map was not asked for
	 * @throws io.github.mcdunet.McdUnetException if ND4J is missing, or no kind is given
	 */
	public static INDArray copy(final UncertaintyMaps maps, final MapKind... kinds) {
		final INDArray planes = Nd4jImages.copy(Arrays.stream(kinds)
			.map(kind -> ArrayImgs.floats(maps.get(kind), maps.width(), maps.height())).toList());
		return planes.reshape('c', 1, kinds.length, maps.height(), maps.width());
	}
}
