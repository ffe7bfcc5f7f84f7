package io.github.mcdunet.inference;

import io.github.mcdunet.network.Outputs;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Maps of samples whose probabilities were made by hand. */
public final class HandMadeMaps {

	private HandMadeMaps() {
	}

	/**
	 * All maps, with the samples' masks.
	 *
	 * @param threshold of the samples' masks
	 * @param samples probabilities, [H, W] row-major each
	 */
	public static UncertaintyMaps of(final int width, final int height, final double threshold,
		final float[]... samples) {
		final SampleMasks masks = new SampleMasks(width, height, samples.length, threshold);
		final SampleStatistics statistics = new SampleStatistics(Outputs.BINARY, width * height,
			EnumSet.allOf(MapKind.class));
		for (int t = 0; t < samples.length; t++) {
			final float[] logits = new float[width * height];
			for (int i = 0; i < logits.length; i++)
				logits[i] = (float) Math.log(samples[t][i] / (1.0 - samples[t][i]));
			statistics.add(logits);
			for (int y = 0; y < height; y++)
				masks.putRow(t, 0, y, logits, y * width, width);
		}
		final Map<MapKind, float[]> maps = new EnumMap<>(MapKind.class);
		for (final MapKind kind : MapKind.values()) {
			final float[] map = new float[width * height];
			for (int i = 0; i < map.length; i++)
				map[i] = statistics.value(kind, i);
			maps.put(kind, map);
		}
		return new UncertaintyMaps(width, height, samples.length, maps, OutputMaps.NONE, masks);
	}
}
