package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.quality.Assessment;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.Planes;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.Ruler;
import io.github.mcdunet.objects.SampleObjects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Measures the objects of an open image's samples in all Monte Carlo samples, and compares each
 * image with those of the training.
 */
final class ImageTrust {

	private final ImagePlus input;
	private final int minimumArea;
	private final ImageGrid grid;
	private final ImageTable table = new ImageTable();
	private final List<String> warnings = new ArrayList<>();

	ImageTrust(final ImagePlus input, final int minimumArea) {
		this.input = input;
		this.minimumArea = minimumArea;
		grid = new ImageGrid(input);
	}

	/** @return empty if the maps came without samples' masks, or with those of one sample only */
	Optional<ImageMeasurement> measure(final Labels labels, final UncertaintyMaps maps,
		final int sample, final Assessment assessment) {
		final String unlike = String.join("; ", assessment.differences(Planes.of(input, sample)));
		if (!unlike.isEmpty())
			warnings.add("'" + grid.name(sample)
				+ "' does not look like the images that the model was trained on: " + unlike
				+ ". Check its result with care.");
		if (!maps.sampleMasks().isPresent() || maps.samples() < 2) return Optional.empty();
		final Ruler ruler = new Ruler(labels.width(), labels.height(), ImageStacks.pixelSize(input),
			ImageStacks.pixels(input, sample));
		final ImageMeasurement measured = new SampleObjects(labels, maps, maps.sampleMasks().get(),
			ruler).minimumArea(minimumArea).factors(assessment.intervals()).measure(Progress.NONE);
		table.add(grid.name(sample), sample + 1, measured, assessment, unlike);
		return Optional.of(measured);
	}

	ResultsTable table() {
		return table.table();
	}

	List<String> warnings() {
		return Collections.unmodifiableList(warnings);
	}
}
