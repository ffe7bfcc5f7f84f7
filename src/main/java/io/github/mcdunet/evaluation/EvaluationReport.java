package io.github.mcdunet.evaluation;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Summary;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The scores of a set of images, one by one and together. Median and mean weigh every image the
 * same, however large it is or however much foreground it has.
 */
public final class EvaluationReport {

	/** Of the bootstrap: the same scores give the same intervals. */
	private static final long SEED = 1;

	private final List<ImageScore> images = new ArrayList<>();
	private final List<String> classNames;

	/** Of masks of one class. */
	public EvaluationReport() {
		this(List.of());
	}

	/**
	 * Of several classes, each of which has scores of its own beside those of the foreground as a
	 * whole.
	 *
	 * @param classNames in the order of the classes, from {@link Labels#FOREGROUND} on; one name or
	 * none is a mask
	 */
	public EvaluationReport(final List<String> classNames) {
		this.classNames = classNames.size() > 1 ? List.copyOf(classNames) : List.of();
	}

	/**
	 * @param name tells this image from the others
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground; unlabelled pixels do not count
	 */
	public void add(final String name, final Labels prediction, final Labels truth) {
		images.add(new ImageScore(name, Overlap.of(prediction, truth), Optional.empty(),
			classes(prediction, truth)));
	}

	private List<Overlap> classes(final Labels prediction, final Labels truth) {
		return IntStream.range(0, classNames.size())
			.mapToObj(c -> Overlap.of(prediction, truth, Labels.FOREGROUND + c)).toList();
	}

	/**
	 * With outlines and objects.
	 *
	 * @param name tells this image from the others
	 * @param prediction of the truth's width and height
	 * @param truth any class but the background is foreground; unlabelled pixels do not count
	 * @param size of a pixel, in whose unit distances are
	 */
	public void add(final String name, final Labels prediction, final Labels truth,
		final PixelSize size) {
		images.add(new ImageScore(name, Overlap.of(prediction, truth),
			Optional.of(ShapeScore.of(prediction, truth, size)), classes(prediction, truth)));
	}

	/** In the order in which they were added; cannot be changed. */
	public List<ImageScore> images() {
		return Collections.unmodifiableList(images);
	}

	/**
	 * For example {@code median(Overlap::dice)}.
	 *
	 * @return the middle one of the images' scores, or the mean of the two in the middle
	 * @throws IllegalStateException if there is no image
	 */
	public double median(final ToDoubleFunction<Overlap> score) {
		return Summary.median(scores(score));
	}

	/**
	 * @return the mean of the images' scores
	 * @throws IllegalStateException if there is no image
	 */
	public double mean(final ToDoubleFunction<Overlap> score) {
		return Summary.mean(scores(score));
	}

	/** Median over the images that have the score; none if there is no such image. */
	public Measure median(final Score score) {
		return over(score, Summary::median);
	}

	/** Mean over the images that have the score; none if there is no such image. */
	public Measure mean(final Score score) {
		return over(score, Summary::mean);
	}

	private Measure over(final Score score, final ToDoubleFunction<double[]> average) {
		final double[] values = values(score);
		return values.length == 0
			? Measure.none("No image has a number for '" + score.label() + "'.")
			: Measure.of(average.applyAsDouble(values));
	}

	/** The numbers of the images that have one, in the order of the images. */
	public double[] values(final Score score) {
		return images.stream().map(score::of).filter(Measure::isPresent).mapToDouble(Measure::value)
			.toArray();
	}

	/**
	 * Those that can be known: outlines and objects only if the width and height of an image are.
	 */
	public List<Score> scores() {
		final boolean shapes = images.stream().anyMatch(image -> image.shape().isPresent());
		return Arrays.stream(Score.values()).filter(score -> shapes || !score.isOfShape()).toList();
	}

	/**
	 * The objects of all images that have such scores counted together, as if they were one image,
	 * so that an image with many objects weighs more; empty if no image has.
	 */
	public Optional<ObjectScore> pooledObjects() {
		return images.stream().flatMap(image -> image.shape().stream()).map(ShapeScore::objects)
			.reduce(ObjectScore::plus);
	}

	/**
	 * The Dice of one class, per image; none where neither mask has a pixel of it.
	 *
	 * @param c its place among the class names, from 0
	 */
	public List<Measure> classDice(final int c) {
		return images.stream().map(image -> ofClass(image, c, Overlap::dice)).toList();
	}

	private Measure ofClass(final ImageScore image, final int c,
		final ToDoubleFunction<Overlap> score) {
		final Overlap overlap = image.classes().get(c);
		return overlap.truePositives() + overlap.falsePositives() + overlap.falseNegatives() == 0
			? Measure.none("Neither mask of '" + image.name() + "' has a pixel of the class '"
				+ classNames.get(c) + "'.")
			: Measure.of(score.applyAsDouble(overlap));
	}

	/**
	 * A row per image, and the rows Median and Mean if there is an image. In a file six decimals,
	 * whole numbers of objects as such, an empty cell where there is no number.
	 */
	public Table table() {
		final List<String> headings = new ArrayList<>(List.of("Image"));
		scores().forEach(score -> headings.add(score.label()));
		for (final String name : classNames)
			headings.addAll(List.of("Dice " + name, "IoU " + name));
		final Table table = new Table(headings);
		for (final ImageScore image : images)
			table.add(row(image.name(), score -> score.of(image), one -> one.of(image)));
		if (!images.isEmpty()) {
			table.add(row("Median", this::median, one -> over(one, Summary::median)));
			table.add(row("Mean", this::mean, one -> over(one, Summary::mean)));
		}
		return table;
	}

	/** A score of one class. */
	@FunctionalInterface
	private interface ClassScore {

		/** None where the image has no such number. */
		Measure of(ImageScore image);
	}

	private Measure over(final ClassScore score, final ToDoubleFunction<double[]> average) {
		final double[] values = images.stream().map(score::of).filter(Measure::isPresent)
			.mapToDouble(Measure::value).toArray();
		return values.length == 0 ? Measure.none("No image has a pixel of this class.")
			: Measure.of(average.applyAsDouble(values));
	}

	private List<Cell> row(final String name, final Function<Score, Measure> measure,
		final Function<ClassScore, Measure> ofClass) {
		final List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
		scores().forEach(score -> cells.add(cell(score.isCount(), measure.apply(score))));
		for (int c = 0; c < classNames.size(); c++)
			for (final ToDoubleFunction<Overlap> score : List
				.<ToDoubleFunction<Overlap>>of(Overlap::dice, Overlap::iou)) {
				final int k = c;
				cells.add(cell(false, ofClass.apply(image -> ofClass(image, k, score))));
			}
		return cells;
	}

	private static Cell cell(final boolean count, final Measure measure) {
		if (!measure.isPresent()) return measure.cell();
		final boolean whole = count && measure.value() == Math.rint(measure.value());
		return Cell.number(measure.value(), NumberText.decimals(measure.value(), whole ? 0 : 6));
	}

	/**
	 * What the scores say of the mean and the median Dice, in words.
	 *
	 * @param unit of the surface distances
	 * @return one sentence each; none if there is no image
	 */
	public List<String> sentences(final String unit) {
		final List<String> sentences = new ArrayList<>();
		final double[] dice = values(Score.DICE);
		if (dice.length == 0) return sentences;
		final Bootstrap bootstrap = new Bootstrap(dice, SEED);
		sentences.add(sentence("Mean", dice.length, Summary.mean(dice), bootstrap.mean()));
		sentences.add(sentence("Median", dice.length, Summary.median(dice), bootstrap.median()));
		if (dice.length == 1)
			sentences.add("One image gives no interval: it cannot tell how images differ.");
		if (scores().contains(Score.SURFACE_DISTANCE))
			sentences
				.add("Surface distances are in " + unit + (unit.equals("pixel") ? "s" : "") + ".");
		return sentences;
	}

	/**
	 * What the objects of all images together say, in words.
	 *
	 * @return none if no image has scores of its objects
	 */
	public List<String> objectSentences() {
		return pooledObjects().map(o -> List.of(String.format(Locale.ROOT,
			"Objects of all images together: %d true, %d predicted, %d of them found at an IoU above 0.5 (F1 %.3f), F1 %.3f above 0.75.",
			o.trueObjects(), o.predicted(), o.found(), o.f1(), o.at(0.75).f1()),
			String.format(Locale.ROOT,
				"Average precision (TP / (TP + FP + FN)) %.3f at 0.5, %.3f over 0.5 to 0.9; panoptic quality %.3f; %d true object%s split, %d predicted one%s merged.",
				o.at(0.5).averagePrecision(), o.meanAveragePrecision(), o.at(0.5).panopticQuality(),
				o.splits(), o.splits() == 1 ? "" : "s", o.merges(), o.merges() == 1 ? "" : "s")))
			.orElse(List.of());
	}

	private static String sentence(final String average, final int n, final double dice,
		final Optional<Bootstrap.Interval> interval) {
		return String.format(Locale.ROOT, "%s Dice of %d image%s: %.3f%s.", average, n,
			n == 1 ? "" : "s", dice, interval.map(i -> String.format(Locale.ROOT,
				" (95 %% interval %.3f to %.3f)", i.low(), i.high())).orElse(""));
	}

	private double[] scores(final ToDoubleFunction<Overlap> score) {
		if (images.isEmpty()) throw new IllegalStateException("No image was added");
		return images.stream().map(ImageScore::overlap).mapToDouble(score).toArray();
	}
}
