package io.github.mcdunet.imagej.result;

import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Outputs;

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
 * @param classes that the class probabilities are of, background included
 */
public record ResultOptions(Set<MapKind> maps, Optional<TemperatureScaling> calibration,
	Set<ObjectImage> objectImages, int classes) {

	public ResultOptions {
		final Set<MapKind> all = EnumSet.of(MapKind.PROBABILITY, MapKind.ENTROPY);
		all.addAll(maps);
		maps = Collections.unmodifiableSet(all);
		objectImages = Set.copyOf(objectImages);
	}

	/** No maps but probability and uncertainty, as they are. */
	public ResultOptions() {
		this(Set.of(), Optional.empty(), Set.of(), 2);
	}

	/** These and some further kinds, if they are wanted. */
	public ResultOptions with(final boolean wanted, final MapKind... kinds) {
		if (!wanted) return this;
		final Set<MapKind> all = EnumSet.copyOf(maps);
		all.addAll(List.of(kinds));
		return new ResultOptions(all, calibration, objectImages, classes);
	}

	/** These and some further images of objects and classes, if they are wanted. */
	public ResultOptions with(final boolean wanted, final ObjectImage... kinds) {
		if (!wanted) return this;
		final Set<ObjectImage> all = new HashSet<>(objectImages);
		all.addAll(List.of(kinds));
		return new ResultOptions(maps, calibration, all, classes);
	}

	/**
	 * These with the images without which a model's objects and classes could not be told: the mask
	 * alone shows neither where one of two touching objects ends nor classes, and a review divides
	 * objects by the separation. Images that the model cannot give are left out.
	 */
	public ResultOptions completed(final Outputs outputs) {
		final Set<ObjectImage> all = new HashSet<>(objectImages);
		all.remove(ObjectImage.SEPARATION);
		if (outputs.separation()) all.add(ObjectImage.SEPARATION);
		if (outputs.separation() || !outputs.isBinary()) all.add(ObjectImage.LABELS);
		if (outputs.isBinary()) all.retainAll(Set.of(ObjectImage.LABELS, ObjectImage.SEPARATION));
		else
			all.add(ObjectImage.CLASSES);
		return new ResultOptions(maps, calibration, all, outputs.classes());
	}

	/** @param scaling by which probabilities are shown; empty for as they are */
	public ResultOptions calibrated(final Optional<TemperatureScaling> scaling) {
		return new ResultOptions(maps, scaling, objectImages, classes);
	}

	/** The maps as they are to be shown. */
	UncertaintyMaps shown(final UncertaintyMaps raw) {
		return calibration.map(t -> raw.withProbability(t.apply(raw.probability()))).orElse(raw);
	}

	/** Bytes that all maps and the mask take, in memory and on disk. */
	public long bytesPerPixel() {
		return 1 + (long) Float.BYTES * maps.size()
			+ objectImages.stream().mapToLong(kind -> switch (kind) {
				case LABELS, CLASSES -> Short.BYTES;
				case SEPARATION -> Float.BYTES;
				case CLASS_PROBABILITIES -> (long) Float.BYTES * classes;
			}).sum();
	}
}
