package io.github.mcdunet.imagej.result;

import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a prediction shows: which maps, and whether calibrated. It changes nothing of what is
 * measured. Immutable.
 *
 * @param maps in their order; probability and uncertainty are always among them
 * @param calibration makes the probabilities that are shown, and the uncertainty that follows from
 * them, right on average
 * @param objectImages images of objects and classes beside the mask
 */
public record ResultOptions(Set<MapKind> maps, Optional<TemperatureScaling> calibration,
	Set<ObjectImage> objectImages) {

	public ResultOptions {
		final Set<MapKind> all = EnumSet.of(MapKind.PROBABILITY, MapKind.ENTROPY);
		all.addAll(maps);
		maps = Collections.unmodifiableSet(all);
		objectImages = Set.copyOf(objectImages);
	}

	/** No maps but probability and uncertainty, as they are. */
	public ResultOptions() {
		this(Set.of(), Optional.empty(), Set.of());
	}

	/** These and some further kinds, if they are wanted. */
	public ResultOptions with(final boolean wanted, final MapKind... kinds) {
		if (!wanted) return this;
		final Set<MapKind> all = EnumSet.copyOf(maps);
		all.addAll(List.of(kinds));
		return new ResultOptions(all, calibration, objectImages);
	}

	/** These and some further images of objects and classes, if they are wanted. */
	public ResultOptions with(final boolean wanted, final ObjectImage... kinds) {
		if (!wanted) return this;
		final Set<ObjectImage> all = new HashSet<>(objectImages);
		all.addAll(List.of(kinds));
		return new ResultOptions(maps, calibration, all);
	}

	/** @param scaling by which probabilities are shown; empty for as they are */
	public ResultOptions calibrated(final Optional<TemperatureScaling> scaling) {
		return new ResultOptions(maps, scaling, objectImages);
	}

	/** The maps as they are to be shown. */
	UncertaintyMaps shown(final UncertaintyMaps raw) {
		return calibration.map(t -> raw.withProbability(t.apply(raw.probability()))).orElse(raw);
	}

	/** Bytes that all maps and the mask take, in memory and on disk. */
	public long bytesPerPixel() {
		return 1 + (long) Float.BYTES * maps.size() + 2L * objectImages.size();
	}
}
