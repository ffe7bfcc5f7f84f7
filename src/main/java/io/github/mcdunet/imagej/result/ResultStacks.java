package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.LookUpTables;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.objects.ObjectMeasurement;
import io.github.mcdunet.workflow.ObjectAnalysis;
import io.github.mcdunet.workflow.SegmentedImage;
import io.github.mcdunet.workflow.SegmentedObject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collects the maps and objects of an open stack's images and gives them as ImageJ's images, ROIs
 * and tables. Images are the input's slices, frame by frame; each result has the input's width,
 * height, slices, frames, calibration and slice labels, and one channel. Used by one thread.
 */
public final class ResultStacks implements MapsSink {

	private static final byte FOREGROUND = (byte) 255;

	private final ImagePlus input;
	private final ObjectAnalysis analysis;
	private final ResultOptions options;
	private final ImageSeries series;
	private final ImageGrid grid;
	private final Map<MapKind, ResultStack> stacks = new EnumMap<>(MapKind.class);
	private final ResultStack mask;
	private final ObjectTable objectTable;
	private final ObjectImages objectImages;
	private final List<ResultRow> objects = new ArrayList<>();
	private final List<ResultRow> images = new ArrayList<>();
	private final Set<String> warnings = new LinkedHashSet<>();
	private final List<Roi> rois = new ArrayList<>();
	private final MaskOutlines outlines = new MaskOutlines();
	private final List<Integer> leftOut = new ArrayList<>();
	private boolean measured;
	private int count;

	/**
	 * @param image whose maps will come; not changed, and may be closed meanwhile
	 * @param analysis finds and measures the objects
	 * @param options what is shown
	 */
	public ResultStacks(final ImagePlus image, final ObjectAnalysis analysis,
		final ResultOptions options) {
		input = ImageStacks.held(image);
		this.analysis = analysis;
		this.options = options;
		series = ImageStacks.series(input);
		grid = new ImageGrid(input);
		for (final MapKind kind : options.maps())
			stacks.put(kind, ResultStack.of(input, kind, analysis.classes().size()));
		mask = new ResultStack(input, "mask", LookUpTables.grays(), 255);
		objectTable = new ObjectTable(input.getCalibration(), input.getHeight(),
			ImageStacks.channelNames(input), analysis.classes());
		objectImages = new ObjectImages(input, analysis.classes(), options.objectImages());
	}

	/** The image's own images, which a virtual stack reads once for whoever asks here. */
	public ImageSeries series() {
		return series;
	}

	/** Adds an image; see {@link #add}. */
	@Override
	public void accept(final int image, final UncertaintyMaps predicted) {
		add(image, predicted);
	}

	/**
	 * Adds an image.
	 *
	 * @param image its number from 0; they come in order
	 * @param predicted of the input's width and height; kept, not copied
	 * @return the image with its objects
	 */
	public SegmentedImage add(final int image, final UncertaintyMaps predicted) {
		if (image != count || count == grid.count())
			throw new IllegalStateException(
				"Image " + image + " after " + count + " of " + grid.count());
		final SegmentedImage segmented = analysis.run(predicted, series.image(image),
			ImageStacks.pixelSize(input));
		final UncertaintyMaps shown = options.shown(predicted);
		stacks.forEach((kind, stack) -> stack.add(shown.get(kind)));
		final byte[] white = new byte[segmented.labels().size()];
		for (int i = 0; i < white.length; i++)
			if (segmented.labels().isForeground(i)) white[i] = FOREGROUND;
		mask.add(white);
		objectImages.add(segmented, shown);
		segmented.objects().forEach(object -> add(segmented, object));
		measured |= segmented.measurement().isPresent();
		if (segmented.isLeftOut()) leftOut.add(image);
		if (segmented.measurement().isPresent() || segmented.isLeftOut())
			images.add(ImageTable.addClasses(segmented, analysis.classes(),
				ImageTable.row(grid.name(image), image + 1, segmented)));
		warn(segmented);
		count++;
		return segmented;
	}

	private void add(final SegmentedImage image, final SegmentedObject object) {
		final Optional<Double> confidence = object.measurement().map(ObjectMeasurement::agreement);
		final Roi roi = ObjectRois.outline(image.labels(), object.features());
		// the confidence comes first, so that the ROI Manager sorts by it
		roi.setName(confidence.map(c -> String.format(Locale.ROOT, "%.2f ", c)).orElse("")
			+ String.format(Locale.ROOT, "%04d-%04d", count + 1, object.features().label())
			+ nameOfClass(object));
		if (hasClasses()) roi.setGroup(object.features().ofClass());
		confidence.ifPresent(c -> roi.setStrokeColor(TrustColors.of(c)));
		rois.add(grid.onInput(roi, count));
		outlines.add(grid.onResult(roi, count), ObjectRois.corners(roi));
		objects.add(objectTable.row(grid.name(count), count + 1, roi.getName(), object));
	}

	private boolean hasClasses() {
		return analysis.classes().size() > 2;
	}

	private String nameOfClass(final SegmentedObject object) {
		return hasClasses() ? " " + analysis.classes().get(object.features().ofClass()).name() : "";
	}

	private void warn(final SegmentedImage image) {
		image.scaleWarning().ifPresent(warnings::add);
		if (!image.differences().isEmpty())
			warnings.add("'" + grid.name(count)
				+ "' does not look like the images that the model was trained on: "
				+ ImageTable.unlike(image) + ". Check its result with care.");
	}

	/**
	 * The maps of one kind, 32-bit. All getters need all images.
	 *
	 * @throws IllegalStateException if the options do not name it
	 */
	public ImagePlus map(final MapKind kind) {
		checkFinished();
		if (!stacks.containsKey(kind))
			throw new IllegalStateException("The map " + kind + " was not asked for");
		return stacks.get(kind).image();
	}

	/** Mean foreground probability, 0..1, 32-bit. */
	public ImagePlus probability() {
		return map(MapKind.PROBABILITY);
	}

	/** Predictive entropy in nats, 0..ln K, 32-bit. */
	public ImagePlus uncertainty() {
		return map(MapKind.ENTROPY);
	}

	/**
	 * Objects of at least the minimum area 255, else 0, 8-bit; with the objects' outlines as
	 * overlay.
	 */
	public ImagePlus mask() {
		checkFinished();
		final ImagePlus image = mask.image();
		final Overlay overlay = outlines.overlay();
		if (isMeasured()) TrustColors.legend().addTo(overlay, image.getWidth(), image.getHeight());
		image.setOverlay(overlay);
		LeftOutImages.put(image, leftOut);
		return image;
	}

	/** All maps that were asked for, in their order. */
	public Map<MapKind, ImagePlus> maps() {
		final Map<MapKind, ImagePlus> images = new EnumMap<>(MapKind.class);
		options.maps().forEach(kind -> images.put(kind, map(kind)));
		return images;
	}

	/** The images of objects and classes that were asked for and that there are. */
	public Map<ObjectImage, ImagePlus> objectImages() {
		checkFinished();
		return objectImages.images();
	}

	/** All maps in their order, and the mask. */
	public List<ImagePlus> images() {
		final List<ImagePlus> all = new ArrayList<>(maps().values());
		all.add(mask());
		return all;
	}

	/**
	 * The exact outline of every object, holes included, named "image-object" (0001-0003) and
	 * placed on its image in all channels of the input.
	 */
	public List<Roi> rois() {
		checkFinished();
		return Collections.unmodifiableList(rois);
	}

	/** Copies of the outlines, to lay over the input. */
	public Overlay overlay() {
		checkFinished();
		final Overlay overlay = new Overlay();
		rois.forEach(roi -> overlay.add((Roi) roi.clone()));
		return overlay;
	}

	/**
	 * A row per object, in the order of {@link #rois()}: Image, Slice (number of the image),
	 * Object, Area (in the square of the input's unit), Pixels, X, Y (centroid in the input's
	 * unit), Mean probability, Mean uncertainty (nats), ROI (the outline's name), and what the
	 * samples say, if it was asked for.
	 */
	public ResultsTable table() {
		return Tables.of(objectTable());
	}

	/** The same as {@link #table()}, as files have it: with all digits. */
	public Table objectTable() {
		checkFinished();
		return ResultRow.table(objects, objectTable.headings(isMeasured()));
	}

	/**
	 * A row per image, empty unless confidence was asked for and the maps came with samples: Image,
	 * Slice, Objects and Total area with the bounds of their intervals, Agreement of the samples,
	 * Predicted Dice with its bounds, Mean uncertainty of objects (nats), Unlike the training
	 * images (what and how far).
	 */
	public ResultsTable imageTable() {
		checkFinished();
		return Tables.of(ResultRow.table(measured ? images : List.of(), List.of()));
	}

	/** Whether objects were measured in the samples. */
	private boolean isMeasured() {
		return measured;
	}

	/**
	 * Sentences about pixels of another size than in the training and, with confidence, images that
	 * do not look like those of the training.
	 */
	public List<String> warnings() {
		checkFinished();
		return Stream.concat(warnings.stream(), outlines.warning().stream()).toList();
	}

	private void checkFinished() {
		if (count < grid.count())
			throw new IllegalStateException(
				"Only " + count + " of " + grid.count() + " images are there");
	}
}
