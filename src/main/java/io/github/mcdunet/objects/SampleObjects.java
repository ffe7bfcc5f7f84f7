package io.github.mcdunet.objects;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.SampleMasks;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures the objects of the final mask in all samples of an image. Immutable.
 * <p>
 * An object's region in a sample is what of the sample's foreground hangs together with the object
 * within its zone, that is, among the pixels nearer to it than to any other object: neighbours that
 * a sample joins are divided half-way, parts into which it breaks an object stay together. The
 * object exists in a sample if the IoU of region and object is 0.5 or more. Intervals of its
 * measurements are those of the samples in which it exists (what it measures if it is there); those
 * of the image are of all samples.
 */
public final class SampleObjects {

	private static final double EXISTS = 0.5;
	private static final double MAY_BE = 0.25;
	private static final double SURE = 0.75;

	private final Labels labels;
	private final UncertaintyMaps maps;
	private final SampleMasks masks;
	private final Ruler ruler;
	private final int minimumArea;
	private final IntervalFactors factors;

	/**
	 * @param labels of the same image
	 * @param maps of the same image
	 * @param masks of the same image
	 * @param ruler of the same image
	 */
	public SampleObjects(final Labels labels, final UncertaintyMaps maps, final SampleMasks masks,
		final Ruler ruler) {
		this(labels, maps, masks, ruler, 0, IntervalFactors.NONE);
		final int[] widths = { maps.width(), masks.width(), ruler.width() };
		final int[] heights = { maps.height(), masks.height(), ruler.height() };
		for (int k = 0; k < widths.length; k++)
			if (widths[k] != labels.width() || heights[k] != labels.height())
				throw new IllegalArgumentException("Labels of " + labels.width() + " x "
					+ labels.height() + " pixels, others of " + widths[k] + " x " + heights[k]);
	}

	private SampleObjects(final Labels labels, final UncertaintyMaps maps, final SampleMasks masks,
		final Ruler ruler, final int minimumArea, final IntervalFactors factors) {
		this.labels = labels;
		this.maps = maps;
		this.masks = masks;
		this.ruler = ruler;
		this.minimumArea = minimumArea;
		this.factors = factors;
	}

	/** Objects of fewer pixels do not count in a sample either; as for the labels. Default 0. */
	public SampleObjects minimumArea(final int pixels) {
		return new SampleObjects(labels, maps, masks, ruler, pixels, factors);
	}

	/** By how much intervals are widened; default not at all. */
	public SampleObjects factors(final IntervalFactors newFactors) {
		return new SampleObjects(labels, maps, masks, ruler, minimumArea, newFactors);
	}

	/**
	 * Linear in samples x pixels, but for the comparison of all pairs of (at most 100) samples,
	 * which is by 64 pixels at once.
	 *
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public ImageMeasurement measure(final Progress progress) {
		final int[][] pixels = ObjectPixels.of(labels);
		final SampleParts parts = new SampleParts(labels, maps.outputs().outputs().classes());
		final double[][] counts = countAll(parts, progress);
		final SampleRegions regions = new SampleRegions(labels, masks);
		final BorderMeans entropy = new BorderMeans(labels, maps.entropy());
		final List<ObjectMeasurement> objects = new ArrayList<>();
		for (int k = 0; k < pixels.length; k++) {
			progress.checkCanceled();
			progress.report("Measuring objects", k, pixels.length);
			objects.add(object(k + 1, pixels[k], regions, entropy.of(pixels[k]), parts));
		}
		return image(pixels, objects, counts);
	}

	private ObjectMeasurement object(final int label, final int[] pixels,
		final SampleRegions finder, final double[] entropies, final SampleParts parts) {
		final int[][] regions = new int[masks.samples()][];
		final List<ObjectSize> sizes = new ArrayList<>();
		for (int t = 0; t < regions.length; t++) {
			regions[t] = finder.region(pixels, t);
			if (iou(regions[t], label, pixels.length) >= EXISTS)
				sizes.add(ruler.measure(regions[t]));
		}
		final ObjectSize own = ruler.measure(pixels);
		final String unit = ruler.unit();
		final List<Measurement> intensities = new ArrayList<>();
		for (int c = 0; c < ruler.channels(); c++) {
			final int channel = c;
			intensities.add(of(Quantity.INTENSITY, own, sizes, s -> s.intensity(channel), 0, ""));
		}
		return new ObjectMeasurement(label, (double) sizes.size() / regions.length,
			Agreement.iou(regions), entropies[0], entropies[1],
			of(Quantity.AREA, own, sizes, ObjectSize::area, ruler.area(1), unit + "\u00b2"),
			of(Quantity.LENGTH, own, sizes, ObjectSize::length, ruler.step(), unit), intensities,
			parts.split(label), parts.joined(label), parts.joinedWith(label),
			parts.isOfClass(label, labels.classes()[pixels[0]]));
	}

	private Measurement of(final Quantity quantity, final ObjectSize own,
		final List<ObjectSize> samples, final ToDoubleFunction<ObjectSize> get, final double step,
		final String unit) {
		return new Measurement(quantity, get.applyAsDouble(own),
			samples.stream().mapToDouble(get).toArray(), step, unit).widened(factors);
	}

	private double iou(final int[] region, final int label, final int area) {
		int shared = 0;
		for (final int i : region)
			if (labels.objects()[i] == label) shared++;
		return (double) shared / (region.length + area - shared);
	}

	/**
	 * Counts the objects of each sample and compares them with those of the final mask.
	 *
	 * @return [K + 1][T]: the foreground's area, then the number of objects of each class from 1
	 * on, and last that of all
	 */
	private double[][] countAll(final SampleParts parts, final Progress progress) {
		final int classes = maps.outputs().outputs().classes();
		final double[][] counts = new double[classes + 1][masks.samples()];
		for (int t = 0; t < masks.samples(); t++) {
			progress.checkCanceled();
			final Labels sample = ObjectFinder.find(masks, t, minimumArea);
			parts.add(sample);
			counts[0][t] = ruler.area(foreground(sample));
			final int[] ofClass = counts(sample, classes);
			for (int k = 1; k < classes; k++)
				counts[k][t] = ofClass[k];
			counts[classes][t] = sample.objectCount();
		}
		return counts;
	}

	/** Number of objects of each class. */
	private static int[] counts(final Labels objects, final int classes) {
		final byte[] ofObject = new byte[objects.objectCount() + 1];
		for (int i = 0; i < objects.size(); i++)
			ofObject[objects.objects()[i]] = objects.classes()[i];
		final int[] counts = new int[classes];
		for (int object = 1; object < ofObject.length; object++)
			counts[ofObject[object]]++;
		return counts;
	}

	private ImageMeasurement image(final int[][] pixels, final List<ObjectMeasurement> objects,
		final double[][] counts) {
		final int classes = counts.length - 1;
		final Measurement count = new Measurement(Quantity.COUNT, labels.objectCount(),
			counts[classes], 1, "");
		final Measurement area = new Measurement(Quantity.TOTAL_AREA,
			ruler.area(foreground(labels)), counts[0], ruler.area(1), ruler.unit() + "\u00b2");
		final int[] own = counts(labels, classes);
		final List<Measurement> ofClasses = new ArrayList<>();
		for (int k = 1; k < classes; k++)
			ofClasses
				.add(new Measurement(Quantity.COUNT, own[k], counts[k], 1, "").widened(factors));
		return new ImageMeasurement(Agreement.dice(masks), foregroundEntropy(pixels),
			uncertainShare(), count.widened(factors), area.widened(factors), objects, ofClasses);
	}

	private static long foreground(final Labels labels) {
		long n = 0;
		for (final int label : labels.objects())
			if (label != 0) n++;
		return n;
	}

	private double foregroundEntropy(final int[][] pixels) {
		double sum = 0;
		long n = 0;
		for (final int[] object : pixels)
			for (final int i : object) {
				sum += maps.entropy()[i];
				n++;
			}
		return n == 0 ? 0 : sum / n;
	}

	private double uncertainShare() {
		long uncertain = 0, possible = 0;
		for (final float p : maps.probability()) {
			if (p >= MAY_BE) possible++;
			if (p >= MAY_BE && p < SURE) uncertain++;
		}
		return possible == 0 ? 0 : (double) uncertain / possible;
	}
}
