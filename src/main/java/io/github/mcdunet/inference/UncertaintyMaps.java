package io.github.mcdunet.inference;

import io.github.mcdunet.dataset.Gaps;
import io.github.mcdunet.dataset.ImageChecks.Fault;
import io.github.mcdunet.dataset.Labels;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What T Monte Carlo samples say of every pixel of one image. All maps are [H, W] row-major;
 * {@link MapKind} gives their formulas.
 */
public final class UncertaintyMaps {

	private final int width;
	private final int height;
	private final int samples;
	private final Map<MapKind, float[]> maps;
	private final OutputMaps outputs;
	private final SampleMasks sampleMasks;
	private final Optional<Fault> omission;

	/**
	 * @param maps those that were asked for, the probability at least, each [height, width]; the
	 * arrays are not copied
	 */
	public UncertaintyMaps(final int width, final int height, final int samples,
		final Map<MapKind, float[]> maps) {
		this(width, height, samples, maps, OutputMaps.NONE, null);
	}

	/** @param outputs mean probabilities of the classes and the separation; not copied */
	public UncertaintyMaps(final int width, final int height, final int samples,
		final Map<MapKind, float[]> maps, final OutputMaps outputs) {
		this(width, height, samples, maps, outputs, null);
	}

	/** @param sampleMasks the samples' own masks, or null if nobody asked for them; not copied */
	UncertaintyMaps(final int width, final int height, final int samples,
		final Map<MapKind, float[]> maps, final OutputMaps outputs, final SampleMasks sampleMasks) {
		this(width, height, samples, maps, outputs, sampleMasks, Optional.empty());
	}

	private UncertaintyMaps(final int width, final int height, final int samples,
		final Map<MapKind, float[]> maps, final OutputMaps outputs, final SampleMasks sampleMasks,
		final Optional<Fault> omission) {
		this.omission = omission;
		this.outputs = outputs;
		this.sampleMasks = sampleMasks;
		this.width = width;
		this.height = height;
		this.samples = samples;
		this.maps = new EnumMap<>(maps);
	}

	/** All four maps. */
	public UncertaintyMaps(final int width, final int height, final int samples,
		final float[] probability, final float[] entropy, final float[] mutualInformation,
		final float[] variance) {
		this(width, height, samples, Map.of(MapKind.PROBABILITY, probability, MapKind.ENTROPY,
			entropy, MapKind.MUTUAL_INFORMATION, mutualInformation, MapKind.VARIANCE, variance));
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Number T of Monte Carlo samples; 1 for a network without dropout. */
	public int samples() {
		return samples;
	}

	/** Mean probability p of being of any class but the background, 0..1; not a copy. */
	public float[] probability() {
		return get(MapKind.PROBABILITY);
	}

	/** Predictive entropy U in nats, 0..ln K; not a copy. */
	public float[] entropy() {
		return get(MapKind.ENTROPY);
	}

	/** Mutual information in nats, 0..ln K; 0 where T = 1; not a copy. */
	public float[] mutualInformation() {
		return get(MapKind.MUTUAL_INFORMATION);
	}

	/** Variance of the samples' probabilities; 0 where T = 1; not a copy. */
	public float[] variance() {
		return get(MapKind.VARIANCE);
	}

	/**
	 * A map that was asked for when the image was predicted, not a copy; or else a new array, if it
	 * follows from the probability.
	 *
	 * @throws IllegalStateException if it does not
	 */
	public float[] get(final MapKind kind) {
		final float[] map = maps.get(kind);
		if (map != null) return map;
		if (kind.isOfMean()) return kind.of(probability(), outputs);
		throw new IllegalStateException("The map " + kind + " was not asked for");
	}

	/**
	 * The samples' own masks; empty if they were not asked for when the image was predicted. Not a
	 * copy.
	 */
	public Optional<SampleMasks> sampleMasks() {
		return Optional.ofNullable(sampleMasks);
	}

	/** Why the network was not asked: all maps are 0 then, and the mask is empty. */
	public Optional<Fault> omission() {
		return omission;
	}

	/** These maps, which are 0, as those of an image of which a network can make no sense. */
	UncertaintyMaps omitted(final Fault fault) {
		return new UncertaintyMaps(width, height, samples, maps, outputs, sampleMasks,
			Optional.of(fault));
	}

	/**
	 * These maps with another mean probability, such as a calibrated one, and what follows from it;
	 * what the samples say of one another stays.
	 *
	 * @param newProbability [H, W], 0..1; not copied
	 */
	public UncertaintyMaps withProbability(final float[] newProbability) {
		if (omission.isPresent()) return this;
		final OutputMaps others = outputs.withForeground(newProbability);
		final Map<MapKind, float[]> changed = new EnumMap<>(maps);
		changed.replaceAll((kind, map) -> kind.isOfMean() ? kind.of(newProbability, others) : map);
		changed.put(MapKind.PROBABILITY, newProbability);
		return new UncertaintyMaps(width, height, samples, changed, others, sampleMasks);
	}

	/** These maps, changed to background without any doubt where the image has no numbers. */
	public UncertaintyMaps clear(final Gaps gaps) {
		gaps.forEach(p -> {
			maps.values().forEach(map -> map[p] = 0);
			outputs.clear(p);
			if (sampleMasks != null) sampleMasks.clear(p % width, p / width);
		});
		return this;
	}

	/**
	 * Foreground where p &gt;= threshold, of the most probable class but the background; nowhere if
	 * the image was left out.
	 */
	public Labels mask(final double threshold) {
		final float[] probability = probability();
		final byte[] mask = new byte[probability.length];
		for (int i = 0; i < mask.length; i++)
			if (omission.isEmpty() && probability[i] >= threshold)
				mask[i] = outputs.foregroundClass(i);
		return Labels.ofClasses(mask, width, height);
	}

	/** Mean probabilities of the classes and of the separation, where the network gives them. */
	public OutputMaps outputs() {
		return outputs;
	}

	/** -(p ln p + (1 - p) ln(1 - p)) in nats; exactly 0 at 0 and 1, never NaN for p in 0..1. */
	public static double entropy(final double p) {
		return minusPLnP(p) + minusPLnP(1 - p);
	}

	/** -sum of p_k ln p_k in nats. */
	static double entropy(final double[] p) {
		double sum = 0;
		for (final double pk : p)
			sum += minusPLnP(pk);
		return sum;
	}

	static double minusPLnP(final double p) {
		return p <= 0 || p >= 1 ? 0 : -p * Math.log(p);
	}
}
