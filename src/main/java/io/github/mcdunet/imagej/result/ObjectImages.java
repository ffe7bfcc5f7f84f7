package io.github.mcdunet.imagej.result;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.LUT;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.imagej.ClassNames;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.LabelImages;
import io.github.mcdunet.imagej.LookUpTables;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.workflow.SegmentedImage;

import java.awt.Color;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Grows images of objects and classes, slice by slice, with the slices, frames, slice labels and
 * calibration of an input. Used by one thread.
 */
final class ObjectImages {

	private final ImagePlus input;
	private final ImageGrid grid;
	private final List<LabelClass> classes;
	private final Set<ObjectImage> kinds;
	private final LabelImages labels;
	private final LabelImages classMap;
	private final ImageStack probabilities;
	private final ResultStack separation;
	private final List<String> notes = new ArrayList<>();

	/**
	 * @param classes the background first
	 * @param kinds which images to make; those of classes only if there are more than two
	 */
	ObjectImages(final ImagePlus input, final List<LabelClass> classes,
		final Set<ObjectImage> kinds) {
		this.input = input;
		this.classes = classes;
		this.kinds = kinds;
		grid = new ImageGrid(input);
		labels = new LabelImages(input);
		classMap = new LabelImages(input);
		probabilities = new ImageStack(input.getWidth(), input.getHeight());
		separation = new ResultStack(input, ObjectImage.SEPARATION.label(), LookUpTables.viridis(),
			1);
	}

	private boolean makes(final ObjectImage kind) {
		return kinds.contains(kind)
			&& (kind == ObjectImage.LABELS || kind == ObjectImage.SEPARATION || classes.size() > 2);
	}

	/** @param maps as they are shown */
	void add(final SegmentedImage image, final UncertaintyMaps maps) {
		if (makes(ObjectImage.LABELS)) {
			labels.add(image.labels());
			notes.add(ObjectNotes.text(image));
		}
		if (makes(ObjectImage.SEPARATION))
			separation.add(maps.outputs().separation()
				.orElseThrow(() -> new IllegalStateException("The network separates no objects")));
		if (makes(ObjectImage.CLASSES)) classMap.addClasses(image.labels());
		if (!makes(ObjectImage.CLASS_PROBABILITIES)) return;
		final String label = grid.label(probabilities.getSize() / classes.size());
		for (int k = 0; k < classes.size(); k++)
			probabilities.addSlice(classes.get(k).name() + (label.isEmpty() ? "" : ", " + label),
				new FloatProcessor(input.getWidth(), input.getHeight(),
					maps.outputs().classes().get(k)));
	}

	/** In the order of their kinds, once all images are there. */
	Map<ObjectImage, ImagePlus> images() {
		final Map<ObjectImage, ImagePlus> images = new EnumMap<>(ObjectImage.class);
		for (final ObjectImage kind : ObjectImage.values())
			if (makes(kind)) images.put(kind, image(kind, grid.title() + " " + kind.label()));
		return images;
	}

	private ImagePlus image(final ObjectImage kind, final String title) {
		switch (kind) {
			case LABELS :
				final ImagePlus numbers = labels.image(title);
				for (int i = 0; i < notes.size(); i++)
					ObjectNotes.put(numbers, i, notes.get(i));
				if (classes.size() > 2) ClassNames.put(numbers, classes);
				return numbers;
			case SEPARATION :
				return separation.image();
			case CLASSES :
				final ImagePlus map = classMap.image(title);
				map.setLut(LookUpTables.of(classes));
				ClassNames.put(map, classes);
				map.setDisplayRange(0, 255);
				ClassNames.put(map, classes);
				return map;
			default :
				return probabilities(title);
		}
	}

	private ImagePlus probabilities(final String title) {
		final ImagePlus image = new ImagePlus(title, probabilities);
		image.setDimensions(classes.size(), input.getNSlices(), input.getNFrames());
		image.setOpenAsHyperStack(true);
		final Calibration calibration = input.getCalibration().copy();
		calibration.setFunction(Calibration.NONE, null, "");
		image.setCalibration(calibration);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setLuts(classes.stream().map(c -> LUT.createLutFromColor(new Color(c.color())))
			.toArray(LUT[]::new));
		for (int c = 1; c <= classes.size(); c++) {
			composite.setPosition(c, 1, 1);
			composite.setDisplayRange(0, 1);
		}
		composite.setPosition(1, 1, 1);
		return composite;
	}
}
