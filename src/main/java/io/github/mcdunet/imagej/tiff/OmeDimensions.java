package io.github.mcdunet.imagej.tiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an OME-TIFF's XML says of its pages: which channel, slice and frame each of them is
 * (https://docs.openmicroscopy.org/ome-model/latest/ome-tiff/specification.html).
 *
 * @param order of the pages, such as "CZT": channels change from page to page
 * @param channels number of channels that have pages of their own
 * @param slices number of slices
 * @param frames number of frames
 * @param blocks runs of pages that the file places one by one
 * @param pixelSize width, height and depth of a pixel; 0 where they are not given
 * @param unit of the pixel size
 * @param series number of images in the sense of OME
 */
record OmeDimensions(String order, int channels, int slices, int frames, List<Block> blocks,
	double[] pixelSize, String unit, int series) {

	private static final List<String> ORDERS = List.of("CZT", "CTZ", "ZCT", "ZTC", "TCZ", "TZC");
	private static final Pattern PIXELS = Pattern.compile("<(?:\\w+:)?Pixels\\b[^>]*>"),
		DATA = Pattern.compile("<(?:\\w+:)?TiffData\\b[^>]*>");

	/** A run of pages, and the channel, slice and frame of its first. */
	private record Block(int page, int count, int channel, int slice, int frame) {
	}

	/**
	 * @param description of the file's first page
	 * @param samples colours in each page, which OME counts as channels
	 * @return empty if it is no OME-XML
	 */
	static Optional<OmeDimensions> of(final String description, final int samples) {
		final Matcher pixels = PIXELS.matcher(description);
		if (!pixels.find()) return Optional.empty();
		final String element = pixels.group();
		final String order = attribute(element, "DimensionOrder").replaceFirst("^XY", "");
		final int c = number(element, "SizeC", 0), z = number(element, "SizeZ", 0),
			t = number(element, "SizeT", 0);
		if (c < 1 || z < 1 || t < 1 || !ORDERS.contains(order)) return Optional.empty();
		int series = 1;
		final int end = pixels.end();
		while (pixels.find())
			series++;
		final int close = description.indexOf("Pixels>", end);
		final List<Block> blocks = blocks(
			description.substring(end, close < 0 ? description.length() : close), c * z * t);
		final double[] size = { size(element, "X"), size(element, "Y"), size(element, "Z") };
		final String unit = attribute(element, "PhysicalSizeXUnit");
		return Optional.of(new OmeDimensions(order, c % samples == 0 ? c / samples : c, z, t,
			blocks, size, unit.isEmpty() ? "micron" : unit, series));
	}

	private static List<Block> blocks(final String text, final int planes) {
		final List<Block> blocks = new ArrayList<>();
		final Matcher m = DATA.matcher(text);
		while (m.find()) {
			final String e = m.group();
			final boolean one = !attribute(e, "IFD").isEmpty();
			blocks.add(new Block(number(e, "IFD", 0), number(e, "PlaneCount", one ? 1 : planes),
				number(e, "FirstC", 0), number(e, "FirstZ", 0), number(e, "FirstT", 0)));
		}
		return blocks;
	}

	private static double size(final String element, final String axis) {
		final String text = attribute(element, "PhysicalSize" + axis);
		return text.matches("\\d*\\.?\\d+([eE][-+]?\\d+)?") ? Double.parseDouble(text) : 0;
	}

	private static int number(final String element, final String name, final int otherwise) {
		final String text = attribute(element, name);
		return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
	}

	private static String attribute(final String element, final String name) {
		final Matcher m = Pattern.compile("\\b" + name + "\\s*=\\s*[\"']([^\"']*)[\"']")
			.matcher(element);
		return m.find() ? m.group(1) : "";
	}

	long planes() {
		return (long) channels * slices * frames;
	}

	/**
	 * The pages in ImageJ's order: channels first, then slices, then frames.
	 *
	 * @param pages in the file
	 * @return empty if these are not the pages that the XML tells of
	 */
	Optional<int[]> pages(final int pages) {
		if (series != 1 || planes() != pages) return Optional.empty();
		final int[] places = new int[pages];
		Arrays.fill(places, -1);
		final List<Block> runs = blocks.isEmpty() ? List.of(new Block(0, pages, 0, 0, 0)) : blocks;
		for (final Block run : runs)
			for (int k = 0; k < run.count; k++) {
				final int at = place(run, k);
				if (at < 0 || run.page + k >= pages || places[at] >= 0) return Optional.empty();
				places[at] = run.page + k;
			}
		return Arrays.stream(places).anyMatch(p -> p < 0) ? Optional.empty() : Optional.of(places);
	}

	/** Where the k-th page of a run belongs in ImageJ's order; -1 if nowhere. */
	private int place(final Block run, final int k) {
		final int[] at = new int[3], sizes = new int[3], first = new int[3];
		for (int i = 0; i < 3; i++) {
			final char axis = order.charAt(i);
			sizes[i] = axis == 'C' ? channels : axis == 'Z' ? slices : frames;
			first[i] = axis == 'C' ? run.channel : axis == 'Z' ? run.slice : run.frame;
		}
		long index = first[0] + (long) sizes[0] * (first[1] + (long) sizes[1] * first[2]) + k;
		for (int i = 0; i < 3; i++) {
			at[i] = (int) (index % sizes[i]);
			index /= sizes[i];
		}
		if (index > 0) return -1;
		return at[order.indexOf('C')]
			+ channels * (at[order.indexOf('Z')] + slices * at[order.indexOf('T')]);
	}
}
