package io.github.mcdunet.command.dialog;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import io.github.mcdunet.imagej.OpenImages;
import io.github.mcdunet.imagej.result.PredictionMark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.scijava.module.ModuleItem;

/**
 * Which open images a command probably means: masks where it asks for masks, results of predictions
 * where it asks for those, and neither where it asks for images; the active one first.
 */
public final class LikelyImages {

	/** Pixels that are looked at to tell a mask. */
	private static final int ENOUGH = 100_000;

	private LikelyImages() {
	}

	/** What a prediction alone makes; no other image stands in for it. */
	private static final String OBJECTS = "objects";

	/** By the parameter's name; where nothing fits, the open images that are left, in turn. */
	public static Map<String, ImagePlus> of(final List<ModuleItem<?>> items) {
		final List<ImagePlus> left = new ArrayList<>(OpenImages.activeFirst());
		final List<String> names = items.stream().filter(item -> item.getType() == ImagePlus.class)
			.map(ModuleItem::getName).toList();
		final Map<String, ImagePlus> likely = new LinkedHashMap<>();
		for (final String name : names)
			fitting(name, left, names).ifPresent(image -> {
				likely.put(name, image);
				left.remove(image);
			});
		for (final String name : names)
			if (!likely.containsKey(name) && !name.equals(OBJECTS) && !left.isEmpty())
				likely.put(name, left.remove(0));
		return likely;
	}

	/** @param all parameters' names */
	private static Optional<ImagePlus> fitting(final String parameter,
		final List<ImagePlus> activeFirst, final List<String> all) {
		return switch (parameter) {
			case "images" -> images(activeFirst, all.contains("masks") || all.contains("truth"));
			case "masks", "truth" ->
				first(activeFirst, image -> kind(image).isEmpty() && isMask(image));
			case "prediction" -> first(activeFirst, image -> kind(image).equals("mask"));
			// NB: the first model's masks were opened first, whatever is active
			case "first", "second", "third" -> first(OpenImages.all(),
				image -> activeFirst.contains(image) && kind(image).equals("mask"));
			default -> first(activeFirst, image -> kind(image).equals(parameter));
		};
	}

	/** With masks, those that have some: neither a figure nor a plot, though it is active. */
	private static Optional<ImagePlus> images(final List<ImagePlus> activeFirst,
		final boolean withMasks) {
		final Predicate<ImagePlus> isImage = image -> kind(image).isEmpty() && !isMask(image);
		final Optional<ImagePlus> paired = withMasks
			? first(activeFirst,
				isImage.and(image -> activeFirst.stream()
					.anyMatch(mask -> kind(mask).isEmpty() && fits(mask, image) && isMask(mask))))
			: Optional.empty();
		return paired.or(() -> first(activeFirst, isImage));
	}

	private static boolean fits(final ImagePlus mask, final ImagePlus image) {
		return mask.getWidth() == image.getWidth() && mask.getHeight() == image.getHeight()
			&& mask.getNSlices() * mask.getNFrames() == image.getNSlices() * image.getNFrames();
	}

	private static Optional<ImagePlus> first(final List<ImagePlus> images,
		final Predicate<ImagePlus> condition) {
		return images.stream().filter(condition).findFirst();
	}

	/** What a prediction made, "" if none did. */
	private static String kind(final ImagePlus image) {
		return PredictionMark.of(image).map(PredictionMark::kind).orElse("");
	}

	/** Whether the plane that is shown has one channel, and besides 0 one value at most. */
	private static boolean isMask(final ImagePlus image) {
		final ImageProcessor plane = image.getProcessor();
		if (plane == null || image.getNChannels() > 1 || image.getBitDepth() == 24) return false;
		float value = 0;
		final int step = Math.max(1, plane.getPixelCount() / ENOUGH);
		for (int i = 0; i < plane.getPixelCount(); i += step) {
			final float here = plane.getf(i);
			if (here == 0 || here == value) continue;
			if (value != 0) return false;
			value = here;
		}
		return true;
	}
}
