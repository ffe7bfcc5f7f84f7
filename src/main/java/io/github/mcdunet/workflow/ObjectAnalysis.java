package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Gaps;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.evaluation.quality.Assessment;
import io.github.mcdunet.evaluation.quality.AssessmentText;
import io.github.mcdunet.evaluation.quality.OutOfDistribution;
import io.github.mcdunet.evaluation.quality.PredictedQuality;
import io.github.mcdunet.evaluation.quality.Quality;
import io.github.mcdunet.inference.SampleMasks;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.ObjectFeatures;
import io.github.mcdunet.objects.ObjectFinder;
import io.github.mcdunet.objects.Ruler;
import io.github.mcdunet.objects.SampleObjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The one place where objects are found, measured and judged, from the maps as the samples gave
 * them. What is shown afterwards, such as calibrated probabilities, changes nothing here.
 * Immutable.
 */
public final class ObjectAnalysis {

	private final Assessment assessment;
	private final PixelSize trainedSize;
	private final double threshold;
	private final int minimumArea;
	private final boolean confidence;
	private final List<LabelClass> classes;
	private final int smallest;

	/**
	 * Without what a model knows of itself: intervals are as the samples give them, and no quality
	 * is predicted. Threshold 0.5, objects of any size, with confidence.
	 */
	public ObjectAnalysis() {
		this(Assessment.UNKNOWN, PixelSize.UNCALIBRATED, 0.5, 0, true, LabelClass.OF_MASKS, 0);
	}

	/** With what the model knows of itself; see {@link #model}. */
	public ObjectAnalysis(final UNetModel model) {
		this(new ObjectAnalysis().model(model));
	}

	private ObjectAnalysis(final ObjectAnalysis other) {
		this(other.assessment, other.trainedSize, other.threshold, other.minimumArea,
			other.confidence, other.classes, other.smallest);
	}

	private ObjectAnalysis(final Assessment assessment, final PixelSize trainedSize,
		final double threshold, final int minimumArea, final boolean confidence,
		final List<LabelClass> classes, final int smallest) {
		this.assessment = assessment;
		this.trainedSize = trainedSize;
		this.threshold = threshold;
		this.minimumArea = minimumArea;
		this.confidence = confidence;
		this.classes = classes;
		this.smallest = smallest;
	}

	/**
	 * Adds what a model has learnt of itself from its validation images: how wide intervals must
	 * be, how to predict Dice and IoU, and what the images of the training looked like.
	 *
	 * @throws io.github.mcdunet.McdUnetException if that is damaged
	 */
	public ObjectAnalysis model(final UNetModel model) {
		return new ObjectAnalysis(
			AssessmentText.read(model.manifest(), model.normalization(), model.channelNames()),
			model.pixelSize(), threshold, minimumArea, confidence, model.classes(),
			smallest(model));
	}

	/**
	 * @param value 0..1; pixels of at least this mean probability, as the network gave it, are
	 * foreground. That of the samples' masks must be the same
	 */
	public ObjectAnalysis threshold(final double value) {
		if (!(value >= 0 && value <= 1))
			throw new IllegalArgumentException("Threshold " + value + " is not in 0..1");
		return new ObjectAnalysis(assessment, trainedSize, value, minimumArea, confidence, classes,
			smallest);
	}

	/** @param pixels &gt;= 0; smaller objects count as background */
	public ObjectAnalysis minimumArea(final int pixels) {
		if (pixels < 0)
			throw new IllegalArgumentException("Minimum area " + pixels + " is below 0");
		return new ObjectAnalysis(assessment, trainedSize, threshold, pixels, confidence, classes,
			smallest);
	}

	/**
	 * Whether to measure the objects in all samples and to compare the image with those of the
	 * training; by default so, as far as maps come with the samples' masks.
	 */
	public ObjectAnalysis confidence(final boolean wanted) {
		return new ObjectAnalysis(assessment, trainedSize, threshold, minimumArea, wanted, classes,
			smallest);
	}

	/** What the model knows of itself. */
	public Assessment assessment() {
		return assessment;
	}

	/**
	 * Adds only how small the objects of a model's training were; see {@link #model}. Where the
	 * network separates objects, what is smaller is none, or a part of its neighbour.
	 */
	ObjectAnalysis smallestOf(final UNetModel model) {
		return new ObjectAnalysis(assessment, trainedSize, threshold, minimumArea, confidence,
			classes, smallest(model));
	}

	private static int smallest(final UNetModel model) {
		final String text = model.manifest().getOrDefault(TrainingText.SMALLEST_OBJECT, "0");
		// NB: a stranger's file may say anything
		return model.architecture().outputs().separation() && text.matches("[0-9]{1,9}")
			? Integer.parseInt(text) : 0;
	}

	/** Pixels of the smallest object. */
	private int least() {
		return Math.max(minimumArea, smallest);
	}

	/** That objects may be of, the background first; a mask's, unless a model tells others. */
	public List<LabelClass> classes() {
		return classes;
	}

	public double threshold() {
		return threshold;
	}

	public int minimumArea() {
		return minimumArea;
	}

	public boolean confidence() {
		return confidence;
	}

	/**
	 * Lengths are in pixels.
	 *
	 * @param maps of the image, not calibrated; with the samples' masks, or there is no confidence
	 * @param image [X, Y, C], raw intensities, origin at 0
	 */
	public SegmentedImage run(final UncertaintyMaps maps,
		final RandomAccessibleInterval<FloatType> image) {
		return run(maps, image, PixelSize.UNCALIBRATED);
	}

	/**
	 * @param maps of the image, not calibrated; with the samples' masks, or there is no confidence
	 * @param image [X, Y, C], raw intensities, origin at 0
	 * @param size of a pixel, in whose unit lengths are
	 * @throws IllegalArgumentException if image and maps differ in size, or the samples' masks were
	 * made with another threshold
	 */
	public SegmentedImage run(final UncertaintyMaps maps,
		final RandomAccessibleInterval<FloatType> image, final PixelSize size) {
		if (image.dimension(0) != maps.width() || image.dimension(1) != maps.height())
			throw new IllegalArgumentException("Maps of " + maps.width() + " x " + maps.height()
				+ " pixels for an image of " + image.dimension(0) + " x " + image.dimension(1));
		// NB: an image with gaps was predicted only if they are background
		final Optional<Gaps> gaps = maps.omission().isEmpty() ? Gaps.of(image) : Optional.empty();
		if (gaps.isPresent()) return run(maps, gaps.get().filled(image), size);
		final Labels labels = ObjectFinder.find(maps, threshold, least());
		final Optional<ImageMeasurement> measured = measure(labels, maps, image, size);
		final List<SegmentedObject> objects = new ArrayList<>();
		for (final ObjectFeatures object : ObjectFeatures.of(labels, maps))
			objects.add(segmented(object, measured));
		return new SegmentedImage(labels, objects, size, meanEntropy(maps, labels, false),
			meanEntropy(maps, labels, true), measured,
			measured.filter(m -> maps.omission().isEmpty())
				.map(m -> assessment.imageQuality().predict(Quality.features(m)))
				.filter(PredictedQuality::isPrediction),
			confidence && maps.omission().isEmpty() ? assessment.differences(image) : List.of(),
			OutOfDistribution.pixelSize(trainedSize, size), maps.omission());
	}

	private Optional<ImageMeasurement> measure(final Labels labels, final UncertaintyMaps maps,
		final RandomAccessibleInterval<FloatType> image, final PixelSize size) {
		if (!confidence || maps.samples() < 2 || maps.sampleMasks().isEmpty()
			|| maps.omission().isPresent() && !maps.omission().get().constant())
			return Optional.empty();
		final SampleMasks masks = maps.sampleMasks().get();
		if (masks.threshold() != threshold)
			throw new IllegalArgumentException("The samples' masks were made with the threshold "
				+ masks.threshold() + ", not " + threshold);
		return Optional.of(new SampleObjects(labels, maps, masks,
			new Ruler(labels.width(), labels.height(), size, pixels(image))).minimumArea(least())
			.factors(assessment.intervals()).measure(Progress.NONE));
	}

	private SegmentedObject segmented(final ObjectFeatures object,
		final Optional<ImageMeasurement> measured) {
		return new SegmentedObject(object, measured.map(m -> m.objects().get(object.label() - 1)),
			measured.map(m -> m.objects().get(object.label() - 1))
				.map(m -> assessment.objectQuality().predict(Quality.features(m)))
				.filter(PredictedQuality::isPrediction));
	}

	/** [C, H, W] row-major. */
	private static float[] pixels(final RandomAccessibleInterval<FloatType> image) {
		final float[] pixels = new float[Math.toIntExact(Views.iterable(image).size())];
		final Cursor<FloatType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		return pixels;
	}

	/** Of all pixels, or of those of the objects; NaN if there are none. */
	private static double meanEntropy(final UncertaintyMaps maps, final Labels labels,
		final boolean inside) {
		final float[] entropy = maps.entropy();
		double sum = 0;
		int n = 0;
		for (int i = 0; i < entropy.length; i++)
			if (!inside || labels.isForeground(i)) {
				sum += entropy[i];
				n++;
			}
		return sum / n;
	}
}
