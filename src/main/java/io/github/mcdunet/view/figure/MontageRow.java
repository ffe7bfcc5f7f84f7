package io.github.mcdunet.view.figure;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleToIntFunction;

/**
 * The pictures of one image, already in their final size: channels, true mask, predicted mask,
 * uncertainty.
 */
final class MontageRow {

	/** Share of the pixels that is drawn black, and the same white, in a channel. */
	private static final double SATURATED = 0.003;

	private final String name;
	private final double dice;
	private final int width;
	private final int height;
	private final List<BufferedImage> cells = new ArrayList<>();

	/** @param classes that pixels may be of, the background first */
	MontageRow(final LabeledImage image, final UncertaintyMaps maps, final Labels prediction,
		final List<LabelClass> classes, final int width) {
		final int pixels = image.width() * image.height();
		name = image.name();
		dice = Overlap.of(prediction, image.labels()).dice();
		this.width = width;
		height = (int) Math.max(1, Math.round((double) width * image.height() / image.width()));
		for (int c = 0; c < image.channels(); c++)
			addChannel(image, Arrays.copyOfRange(image.pixels(), c * pixels, (c + 1) * pixels));
		addMask(image, image.labels(), classes);
		addMask(image, prediction, classes);
		addCell(image, maps.entropy(), u -> ColorMap.magma(u / Math.log(classes.size())));
	}

	String name() {
		return name;
	}

	/** Of the predicted mask, 0..1. */
	double dice() {
		return dice;
	}

	int height() {
		return height;
	}

	/** All of the same size, from left to right. */
	List<BufferedImage> cells() {
		return Collections.unmodifiableList(cells);
	}

	/** What has but one class and no touching objects is a mask, with smooth edges. */
	private void addMask(final LabeledImage image, final Labels labels,
		final List<LabelClass> classes) {
		if (classes.size() == 2 && !labels.hasObjects()) {
			addCell(image, floats(labels), ColorMap::gray);
			return;
		}
		final BufferedImage cell = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int i = pixel(labels, x, y), k = labels.classes()[i];
				cell.setRGB(x, y,
					k <= 0 || isLine(labels, i, pixel(labels, x + 1, y))
						|| isLine(labels, i, pixel(labels, x, y + 1)) ? 0
							: classes.get(Math.min(k, classes.size() - 1)).color());
			}
		cells.add(cell);
	}

	/** The image's pixel under one of the cell's. */
	private int pixel(final Labels labels, final int x, final int y) {
		return (int) ((long) Math.min(y, height - 1) * labels.height() / height) * labels.width()
			+ (int) ((long) Math.min(x, width - 1) * labels.width() / width);
	}

	/** Whether two pixels belong to two objects. */
	private static boolean isLine(final Labels labels, final int a, final int b) {
		return labels.hasObjects() && labels.objects()[a] != labels.objects()[b]
			&& labels.objects()[a] > 0 && labels.objects()[b] > 0;
	}

	private void addChannel(final LabeledImage image, final float[] values) {
		final float[] sorted = values.clone();
		Arrays.sort(sorted);
		final int last = sorted.length - 1;
		final int cut = (int) Math.round(SATURATED * last);
		final boolean flat = sorted[cut] == sorted[last - cut];
		// NB: a few bright spots on nothing are all that there is to see.
		final float low = sorted[flat ? 0 : cut], high = sorted[flat ? last : last - cut];
		addCell(image, values, v -> ColorMap.gray(high > low ? (v - low) / (high - low) : 0));
	}

	private void addCell(final LabeledImage image, final float[] values,
		final DoubleToIntFunction color) {
		final float[] scaled = AreaScaling.scale(values, image.width(), image.height(), width,
			height);
		final int[] colors = new int[scaled.length];
		for (int i = 0; i < scaled.length; i++)
			colors[i] = color.applyAsInt(scaled[i]);
		final BufferedImage cell = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		cell.setRGB(0, 0, width, height, colors, 0, width);
		cells.add(cell);
	}

	private static float[] floats(final Labels mask) {
		final float[] result = new float[mask.size()];
		for (int i = 0; i < result.length; i++)
			result[i] = mask.isForeground(i) ? 1 : 0;
		return result;
	}
}
