package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;

import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.LookUpTables;
import io.github.mcdunet.inference.MapKind;

import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Grows one kind of map, slice by slice, into an image like the input but with one channel. */
final class ResultStack {

	/** Of the legend. */
	private static final int COLORS = 48;

	private final ImagePlus input;
	private final ImageGrid grid;
	private final String kind;
	private final LUT colors;
	private final double maximum;
	private final ImageStack stack;
	private Legend legend;

	/**
	 * @param kind last word of the title
	 * @param maximum value shown in the brightest colour; 0 in the darkest
	 */
	ResultStack(final ImagePlus input, final String kind, final LUT colors, final double maximum) {
		this.input = input;
		grid = new ImageGrid(input);
		this.kind = kind;
		this.colors = colors;
		this.maximum = maximum;
		stack = new ImageStack(input.getWidth(), input.getHeight());
	}

	/**
	 * With the kind's name, colours and range, and a bar that explains them.
	 *
	 * @param classes number of classes, background included
	 */
	static ResultStack of(final ImagePlus input, final MapKind kind, final int classes) {
		return new ResultStack(input, kind.label(), LookUpTables.of(kind.colors()),
			kind.maximum(classes)).legend(kind.unit().isEmpty() ? "" : " " + kind.unit());
	}

	/** Adds a bar of the colours, with the values of the first and the last one. */
	private ResultStack legend(final String unit) {
		final DecimalFormat format = new DecimalFormat("0.##",
			DecimalFormatSymbols.getInstance(Locale.ROOT));
		legend = new Legend(IntStream.range(0, COLORS)
			.mapToObj(i -> new Color(colors.getRGB(255 * i / (COLORS - 1))))
			.collect(Collectors.toList()), "0", format.format(maximum) + unit);
		return this;
	}

	/** Adds the next image's map, which is not copied. */
	void add(final float[] map) {
		stack.addSlice(label(), new FloatProcessor(input.getWidth(), input.getHeight(), map));
	}

	/** Adds the next image's mask, which is not copied. */
	void add(final byte[] mask) {
		stack.addSlice(label(), new ByteProcessor(input.getWidth(), input.getHeight(), mask));
	}

	/** ImageJ's word for "no label" is null. */
	private String label() {
		final String label = grid.label(stack.getSize());
		return label.isEmpty() ? null : label;
	}

	/** The image, once all images are there. */
	ImagePlus image() {
		final ImagePlus image = new ImagePlus(grid.title() + " " + kind, stack);
		image.setDimensions(1, input.getNSlices(), input.getNFrames());
		image.setOpenAsHyperStack(stack.getSize() > 1);
		final Calibration calibration = input.getCalibration().copy();
		calibration.setFunction(Calibration.NONE, null, "");
		image.setCalibration(calibration);
		image.setLut(colors);
		image.setDisplayRange(0, maximum);
		if (legend != null) {
			image.setOverlay(new Overlay());
			legend.addTo(image.getOverlay(), image.getWidth(), image.getHeight());
		}
		return image;
	}
}
