package io.github.mcdunet.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.Selection;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.network.Outputs;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Labels from ROIs, such as an overlay's or the ROI Manager's: each outline is an object, and its
 * group, if ROIs have groups, is its class. Where objects overlap, the smaller one is on top.
 */
final class RoiLabels {

	/** Pixels of a ROI's bounds; the mask that ImageJ makes of it takes a byte each. */
	private static final long LARGEST_ROI = 1L << 28;

	/** The name of the group whose ROIs mark background. */
	private static final String BACKGROUND = "background";

	private final ImagePlus images;
	private final boolean sparse;
	private boolean numbered = true;
	private final Map<Integer, Integer> classOfGroup = new TreeMap<>();
	private final List<LabelClass> classes = new ArrayList<>();

	private RoiLabels(final ImagePlus images, final boolean sparse) {
		this.images = images;
		this.sparse = sparse;
	}

	/**
	 * @param sparse whether pixels outside of all ROIs are unknown instead of background; lines and
	 * points, as strokes of their width, mark pixels then too
	 * @param notes is told what was understood, and what was left out
	 * @throws McdUnetException if there is no ROI, or one of them has no area, is absurdly large,
	 * on no slice of the images, or of no group where others have one
	 */
	static LabeledClasses read(final ImagePlus images, final Roi[] rois, final boolean sparse,
		final Consumer<String> notes) {
		ImageStacks.checkPixels(images);
		if (rois.length == 0)
			throw new McdUnetException(
				"There is no ROI in the ROI Manager. Outline the objects of '" + images.getTitle()
					+ "' and press T for each, or choose a mask stack.");
		return new RoiLabels(images, sparse).read(rois, notes);
	}

	private LabeledClasses read(final Roi[] rois, final Consumer<String> notes) {
		final Map<String, Integer> left = new LinkedHashMap<>();
		final List<Roi> marks = new ArrayList<>();
		for (final Roi roi : rois) {
			final Optional<String> annotation = Annotations.kind(roi)
				.filter(kind -> !sparse || !kind.equals("point"));
			if (annotation.isPresent()) left.merge(annotation.get(), 1, Integer::sum);
			else
				marks.add(checked(roi));
		}
		final String out = left.entrySet().stream().map(e -> e.getValue() + " x " + e.getKey())
			.collect(Collectors.joining(", "));
		if (marks.isEmpty())
			throw new McdUnetException("There is no outline of an object in '" + images.getTitle()
				+ "', only " + out + ". Outline the objects, or choose a mask stack.");
		nameClasses(marks);
		// NB: a stroke is a part of an object, and so is each of two strokes of the same one
		numbered = !sparse
			|| marks.stream().allMatch(roi -> roi.isArea() || isBackground(roi.getGroup()));
		final List<Labels> labels = new ArrayList<>();
		for (int i = 0; i < ImageStacks.count(images); i++)
			labels.add(labels(marks, i));
		notes.accept(
			understood(marks) + (out.isEmpty() ? "" : " No objects, and left out: " + out + "."));
		if (!sparse) tellShare(labels, notes);
		return new LabeledClasses(labels, classes);
	}

	private String understood(final List<Roi> marks) {
		final String outlines = marks.size() + (sparse ? " mark" : " outline")
			+ (marks.size() == 1 ? "" : "s");
		if (classes.equals(LabelClass.OF_MASKS) && !sparse)
			return "Masks: inside of an outline = object; " + outlines + ".";
		return "Classes: " + (sparse ? "outside of all ROIs = not marked; " : "") + outlines
			+ " of " + classes.stream().skip(sparse ? 0 : 1).map(LabelClass::name)
				.collect(Collectors.joining(", "))
			+ ".";
	}

	private Roi checked(final Roi roi) {
		checkPlace(roi, images);
		if (roi.isArea()) return roi;
		if (!sparse)
			throw new McdUnetException("The ROI '" + name(roi) + "' of '" + images.getTitle()
				+ "' is a " + roi.getTypeAsString().toLowerCase()
				+ ", which has no area. Delete it, or outline the object instead.");
		return roi;
	}

	/** Groups in the order of their numbers, the background first. */
	private void nameClasses(final Collection<Roi> marks) {
		final TreeSet<Integer> groups = marks.stream().map(Roi::getGroup)
			.collect(Collectors.toCollection(TreeSet::new));
		if (groups.size() == 1 && groups.contains(0)) {
			if (sparse)
				throw new McdUnetException("All marks of '" + images.getTitle()
					+ "' are of no group, so that nothing tells objects from background. Give the marks of each class a group of its own "
					+ "(Edit > Selection > Properties...), and name the background's 'background'.");
			classes.addAll(LabelClass.OF_MASKS);
			classOfGroup.put(0, 1);
			return;
		}
		if (groups.contains(0)) {
			final Roi first = marks.stream().filter(roi -> roi.getGroup() == 0).findFirst().get();
			throw new McdUnetException("The ROI '" + name(first) + "' of '" + images.getTitle()
				+ "' is of no group, but others are of group " + groups.higher(0)
				+ ". Give every ROI the group of its class (Edit > Selection > Properties...), or none.");
		}
		classes.add(LabelClass.OF_MASKS.get(0));
		for (final int group : groups)
			if (isBackground(group)) classOfGroup.put(group, 0);
			else {
				classOfGroup.put(group, classes.size());
				classes.add(labelClass(group, classes.size()));
			}
		if (sparse && !classOfGroup.containsValue(0))
			throw new McdUnetException("No ROI of '" + images.getTitle()
				+ "' marks background, so that nothing tells it from what is not marked. Mark some of it in a group of its own, and name that group 'background' (Edit > Options > Roi Defaults...).");
		if (classes.size() < 2)
			throw new McdUnetException("All ROIs of '" + images.getTitle()
				+ "' mark background. Mark objects too, in a group of their own.");
		if (classes.size() > Outputs.MOST_CLASSES)
			throw new McdUnetException("The ROIs of '" + images.getTitle() + "' are of "
				+ (classes.size() - 1) + " groups. At most " + (Outputs.MOST_CLASSES - 1)
				+ " classes can be learnt beside the background.");
	}

	private static boolean isBackground(final int group) {
		return BACKGROUND.equalsIgnoreCase(Roi.getGroupName(group));
	}

	private static LabelClass labelClass(final int group, final int place) {
		final String given = Roi.getGroupName(group);
		final Color color = color(group);
		final String name = given == null || given.isBlank() ? "class " + place : given.trim();
		return color == null ? LabelClass.of(name, place)
			: new LabelClass(name, color.getRGB() & 0xffffff);
	}

	/** NB: ImageJ tells it only by what it draws a ROI of the group with. */
	private static Color color(final int group) {
		final Roi roi = new Roi(0, 0, 1, 1);
		roi.setGroup(group);
		return roi.getStrokeColor();
	}

	/** A mark with the pixels of an image that it covers. */
	private record Mark(Roi roi, int[] pixels) {
	}

	/** NB: the larger ones first, so that none is lost below another; marks as they were drawn. */
	private Labels labels(final List<Roi> marks, final int image) {
		final int width = images.getWidth(), height = images.getHeight();
		final byte[] own = new byte[width * height];
		final int[] objects = new int[own.length];
		if (sparse) Arrays.fill(own, Labels.UNLABELLED);
		final List<Mark> here = new ArrayList<>();
		for (final Roi roi : marks)
			if (isOn(roi, images, image)) here.add(new Mark(roi, pixels(roi, images)));
		if (!sparse)
			here.sort(Comparator.comparingInt((Mark mark) -> mark.pixels.length).reversed());
		int count = 0;
		for (final Mark mark : here) {
			final byte of = classOfGroup.get(mark.roi.getGroup()).byteValue();
			if (of > 0) count++;
			for (final int i : mark.pixels) {
				own[i] = of;
				objects[i] = of > 0 ? count : 0;
			}
		}
		return numbered ? Labels.of(own, objects, width, height, count)
			: Labels.ofClasses(own, width, height);
	}

	private static int[] pixels(final Roi roi, final ImagePlus images) {
		final IntStream.Builder pixels = IntStream.builder();
		pixels(roi, images, pixels::add);
		return pixels.build().toArray();
	}

	private static void tellShare(final List<Labels> labels, final Consumer<String> notes) {
		final long all = labels.stream().mapToLong(Labels::size).sum(),
			object = labels.stream().mapToLong(Labels::foreground).sum();
		if (2 * object > all)
			notes.accept("More than half of the pixels (" + Math.round(100.0 * object / all)
				+ " %) are object. Are there outlines of background?");
	}

	/**
	 * @throws McdUnetException if the ROI is on a slice that is not there, or absurdly large: then
	 * it is another image's
	 */
	private static void checkPlace(final Roi roi, final ImagePlus images) {
		final Rectangle r = roi.getBounds();
		final boolean beyond = roi.hasHyperStackPosition()
			? roi.getZPosition() > images.getNSlices() || roi.getTPosition() > images.getNFrames()
			: roi.getPosition() > images.getStackSize();
		// NB: a side of a damaged ROI may have run over, and be negative
		if (beyond || Math.min(r.width, r.height) < 0 || (long) r.width * r.height > LARGEST_ROI)
			throw new McdUnetException(
				"The ROI '" + name(roi) + "' does not fit '" + images.getTitle() + "': it "
					+ (beyond ? "is on a slice or frame that is not there"
						: "is " + r.width + " x " + r.height + " pixels large")
					+ ". Open the ROIs that belong to these images, or delete it.");
	}

	/** ImageJ's word for a rectangle is null. */
	private static ImageProcessor shape(final Roi roi, final ImagePlus images) {
		try {
			return roi.getMask();
		}
		catch (final RuntimeException e) {
			// NB: ImageJ computes with whatever numbers were in the file.
			throw new McdUnetException("The outline of the ROI '" + name(roi) + "' of '"
				+ images.getTitle() + "' is damaged. Delete it, or outline the object anew.", e);
		}
	}

	private static String name(final Roi roi) {
		return roi.getName() == null ? "without a name" : roi.getName();
	}

	private static boolean isOn(final Roi roi, final ImagePlus images, final int index) {
		final int slice = index % images.getNSlices() + 1, frame = index / images.getNSlices() + 1;
		if (roi.hasHyperStackPosition())
			return (roi.getZPosition() == 0 || roi.getZPosition() == slice)
				&& (roi.getTPosition() == 0 || roi.getTPosition() == frame);
		final int position = roi.getPosition();
		if (position == 0) return true;
		final int[] czt = images.convertIndexToPosition(position);
		return czt[1] == slice && czt[2] == frame;
	}

	/** Visits the pixels of a ROI, as far as they are in the image. */
	static void pixels(final Roi any, final ImagePlus images, final IntConsumer visitor) {
		final int width = images.getWidth(), height = images.getHeight();
		if (any.getType() == Roi.POINT) {
			for (final java.awt.Point p : any.getContainedPoints())
				if (p.x >= 0 && p.y >= 0 && p.x < width && p.y < height)
					visitor.accept(p.y * width + p.x);
			return;
		}
		final Roi roi = any.isArea() ? any : stroke(any);
		final Rectangle r = roi.getBounds();
		final ImageProcessor shape = shape(roi, images);
		for (int y = Math.max(0, r.y); y < Math.min(height, r.y + r.height); y++)
			for (int x = Math.max(0, r.x); x < Math.min(width, r.x + r.width); x++)
				if (shape == null || shape.get(x - r.x, y - r.y) != 0)
					visitor.accept(y * width + x);
	}

	/** A line as the area that it covers with its width. */
	private static Roi stroke(final Roi line) {
		final Roi area = Selection.lineToArea(line);
		return area == null ? line : area;
	}
}
