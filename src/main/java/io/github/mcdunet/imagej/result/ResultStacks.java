package io.github.mcdunet.imagej.result;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.quality.Quality;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.LookUpTables;
import io.github.mcdunet.inference.MapsSink;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.ObjectFeatures;
import io.github.mcdunet.objects.ObjectMeasurement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Collects the maps of an open image's samples and gives images, ROIs and a table. Samples are the
 * input's slices, frame by frame; each result has the input's width, height, slices, frames,
 * calibration and slice labels, and one channel. Used by one thread.
 */
public final class ResultStacks implements MapsSink {

	private static final byte FOREGROUND = (byte) 255;

	private final ImagePlus input;
	private final ResultOptions options;
	private final ImageGrid grid;
	private final ResultStack probability;
	private final ResultStack mask;
	private final ResultStack uncertainty;
	private final ResultStack mutualInformation;
	private final ResultStack variance;
	private final ResultStack foreground;
	private final ResultStack background;
	private final ObjectTable objects;
	private final ImageTrust trust;
	private final List<Roi> rois = new ArrayList<>();
	private final Overlay maskOverlay = new Overlay();
	private int samples;

	/** @param image whose samples will come; not changed, and may be closed meanwhile */
	public ResultStacks(final ImagePlus image, final ResultOptions options) {
		input = ImageStacks.held(image);
		this.options = options;
		grid = new ImageGrid(input);
		probability = new ResultStack(input, "probability", LookUpTables.viridis(), 1).legend("");
		mask = new ResultStack(input, "mask", LookUpTables.grays(), 255);
		uncertainty = uncertain("uncertainty", Math.log(2));
		mutualInformation = uncertain("mutual information", Math.log(2));
		variance = new ResultStack(input, "variance", LookUpTables.magma(), 0.25).legend("");
		foreground = uncertain("foreground entropy", 1 / Math.E);
		background = uncertain("background entropy", 1 / Math.E);
		objects = new ObjectTable(input.getCalibration(), input.getHeight());
		trust = new ImageTrust(input, options.minimumArea());
	}

	private ResultStack uncertain(final String kind, final double nats) {
		return new ResultStack(input, kind, LookUpTables.magma(), nats).legend(" nats");
	}

	/**
	 * Adds a sample.
	 *
	 * @param image number of the sample from 0; they come in order
	 * @param predicted of the input's width and height; kept, not copied
	 */
	@Override
	public void accept(final int image, final UncertaintyMaps predicted) {
		final UncertaintyMaps maps = options.calibration()
			.map(t -> predicted.withProbability(t.apply(predicted.probability())))
			.orElse(predicted);
		if (image != samples || samples == grid.count())
			throw new IllegalStateException(
				"Sample " + image + " after " + samples + " of " + grid.count());
		if (maps.width() != input.getWidth() || maps.height() != input.getHeight())
			throw new IllegalArgumentException("Maps of " + maps.width() + " x " + maps.height()
				+ " pixels for an image of " + input.getWidth() + " x " + input.getHeight());
		probability.add(maps.probability());
		uncertainty.add(maps.entropy());
		if (options.mutualInformation()) mutualInformation.add(maps.mutualInformation());
		if (options.variance()) variance.add(maps.variance());
		if (options.entropyParts()) {
			foreground.add(maps.foregroundEntropy());
			background.add(maps.backgroundEntropy());
		}
		addObjects(maps);
		samples++;
	}

	private void addObjects(final UncertaintyMaps maps) {
		final Labels labels = ConnectedComponents.label(maps.mask(options.threshold()),
			options.minimumArea());
		final byte[] kept = new byte[labels.objects().length];
		for (int i = 0; i < kept.length; i++)
			if (labels.objects()[i] > 0) kept[i] = FOREGROUND;
		mask.add(kept);
		final Optional<ImageMeasurement> measured = options.assessment()
			.flatMap(assessment -> trust.measure(labels, maps, samples, assessment));
		for (final ObjectFeatures object : ObjectFeatures.of(labels, maps))
			add(labels, object, measured.map(m -> m.objects().get(object.label() - 1)));
	}

	private void add(final Labels labels, final ObjectFeatures object,
		final Optional<ObjectMeasurement> measured) {
		final Roi roi = ObjectRois.outline(labels, object);
		final String name = String.format(Locale.ROOT, "%04d-%04d", samples + 1, object.label());
		// the confidence comes first, so that the ROI Manager sorts by it
		roi.setName(measured.map(m -> String.format(Locale.ROOT, "%.2f ", m.agreement())).orElse("")
			+ name);
		measured.ifPresent(m -> roi.setStrokeColor(TrustColors.of(m.agreement())));
		rois.add(grid.onInput(roi, samples));
		maskOverlay.add(grid.onResult(roi, samples));
		objects.add(grid.name(samples), samples + 1, roi.getName(), object);
		measured.ifPresent(m -> objects.add(m,
			options.assessment().get().objectQuality().predict(Quality.features(m)),
			ImageStacks.channelNames(input)));
	}

	/** Mean foreground probability, 0..1, 32-bit. All getters need all samples. */
	public ImagePlus probability() {
		return finished(probability);
	}

	/**
	 * Objects of at least the minimum area 255, else 0, 8-bit; with the objects' outlines as
	 * overlay.
	 */
	public ImagePlus mask() {
		final ImagePlus image = finished(mask);
		final Overlay overlay = maskOverlay.duplicate();
		if (trust.table().size() > 0)
			TrustColors.legend().addTo(overlay, image.getWidth(), image.getHeight());
		image.setOverlay(overlay);
		return image;
	}

	/** Predictive entropy in nats, 0..ln 2, 32-bit. */
	public ImagePlus uncertainty() {
		return finished(uncertainty);
	}

	/** Mutual information in nats, 0..ln 2, 32-bit; empty unless asked for. */
	public Optional<ImagePlus> mutualInformation() {
		return finished(mutualInformation, options.mutualInformation());
	}

	/** Variance of the samples' probabilities, 0..0.25, 32-bit; empty unless asked for. */
	public Optional<ImagePlus> variance() {
		return finished(variance, options.variance());
	}

	/** The foreground's part of the entropy in nats, 0..1/e, 32-bit; empty unless asked for. */
	public Optional<ImagePlus> foregroundEntropy() {
		return finished(foreground, options.entropyParts());
	}

	/** The background's part of the entropy in nats, 0..1/e, 32-bit; empty unless asked for. */
	public Optional<ImagePlus> backgroundEntropy() {
		return finished(background, options.entropyParts());
	}

	/**
	 * The exact outline of every object, holes included, named "sample-object" (0001-0003) and
	 * placed on its sample in all channels of the input.
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
	 * A row per object, in the order of {@link #rois()}: Image, Slice (number of the sample),
	 * Object, Area (in the square of the input's unit), Pixels, X, Y (centroid in the input's
	 * unit), Mean probability, Mean uncertainty (nats), ROI (the outline's name).
	 */
	public ResultsTable table() {
		checkFinished();
		return objects.table();
	}

	/**
	 * A row per image, empty unless confidence was asked for and the maps came with samples: Image,
	 * Slice, Objects and Total area with the bounds of their intervals, Agreement of the samples,
	 * Predicted Dice with its bounds, Mean uncertainty of objects (nats), Unlike the training
	 * images (what and how far).
	 */
	public ResultsTable imageTable() {
		checkFinished();
		return trust.table();
	}

	/**
	 * Sentences about images that do not look like those of the training; empty without confidence.
	 */
	public List<String> warnings() {
		checkFinished();
		return trust.warnings();
	}

	private Optional<ImagePlus> finished(final ResultStack stack, final boolean wanted) {
		return wanted ? Optional.of(finished(stack)) : Optional.empty();
	}

	private ImagePlus finished(final ResultStack stack) {
		checkFinished();
		return stack.image();
	}

	private void checkFinished() {
		if (samples < grid.count())
			throw new IllegalStateException(
				"Only " + samples + " of " + grid.count() + " samples are there");
	}
}
