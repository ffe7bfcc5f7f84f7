package io.github.mcdunet.evaluation.trust;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.io.Table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Whether a prediction may be trusted: does the probability mean what it says, and does the
 * uncertainty find the errors? Images are added one after another and not kept; the tables have a
 * row per image and one for the pixels of all images together. What cannot be computed is an empty
 * cell, and {@link #notes()} say why. The mask is p &gt;= 0.5. Not thread-safe.
 */
public final class TrustReport {

	private final TrustRows rows = new TrustRows();
	private final Calibration calibration = new Calibration();
	private final TemperatureFit temperature = new TemperatureFit();
	private final Map<UncertaintyScore, ErrorDetection> detections = new EnumMap<>(
		UncertaintyScore.class);
	private final List<ImageUncertainty> images = new ArrayList<>();
	private boolean severalSamples;

	public TrustReport() {
		for (final UncertaintyScore score : UncertaintyScore.values())
			detections.put(score, new ErrorDetection());
	}

	/**
	 * @param name tells this image from the others
	 * @param truth of the maps' width and height
	 * @throws IllegalArgumentException if there is no pixel, or truth and maps differ in size
	 */
	public void add(final String name, final Labels truth, final UncertaintyMaps maps) {
		if (truth.size() == 0 || truth.size() != maps.probability().length)
			throw new IllegalArgumentException("'" + name + "' has " + maps.probability().length
				+ " pixels, its truth " + truth.size());
		final Calibration own = new Calibration();
		own.add(maps.probability(), truth);
		final ImageUncertainty image = ImageUncertainty.of(maps, truth);
		rows.addCalibration(name, own, image);
		for (final UncertaintyScore score : UncertaintyScore.values()) {
			final ErrorDetection one = new ErrorDetection();
			final float[] values = score.of(maps);
			one.add(values, maps.probability(), truth);
			rows.addDetection(name, score, maps.samples() > 1, one.scores());
			detections.get(score).add(values, maps.probability(), truth);
		}
		calibration.add(maps.probability(), truth);
		temperature.add(maps.probability(), truth);
		images.add(image);
		severalSamples |= maps.samples() > 1;
	}

	/** Number of images. */
	public int images() {
		return images.size();
	}

	/** Of the images' masks. */
	public Measure meanDice() {
		return images.isEmpty() ? Measure.none("There is no image.") : Measure
			.of(images.stream().mapToDouble(i -> i.overlap().dice()).average().getAsDouble());
	}

	/** Of the pixels of all images. */
	public Calibration calibration() {
		return calibration;
	}

	/** Of the pixels of all images. */
	public ErrorDetection detection(final UncertaintyScore score) {
		return detections.get(score);
	}

	/**
	 * Whether the score says anything: those that need samples do not where every image had only
	 * one.
	 */
	public boolean isUsable(final UncertaintyScore score) {
		return severalSamples || !score.needsSamples();
	}

	/** Fitted to the pixels of all images. */
	TemperatureFit temperatureFit() {
		return temperature;
	}

	/**
	 * Temperature that makes the probabilities of these images most likely; see
	 * {@link TemperatureFit}.
	 */
	public Measure temperature() {
		return temperature.fit().map(t -> Measure.of(t.temperature())).orElse(Measure.none(
			"No temperature suits these images best: either all pixels are right, so that any sharper "
				+ "probability would do better, or the probability is no better than chance."));
	}

	/**
	 * Spearman's correlation of the images' mean entropy with Dice; below 0 if uncertainty warns of
	 * bad masks.
	 */
	public Measure entropyCorrelation() {
		return correlation(ImageUncertainty::entropy);
	}

	/** The same with the mean entropy of the predicted objects; images without any are left out. */
	public Measure foregroundEntropyCorrelation() {
		return correlation(ImageUncertainty::foregroundEntropy);
	}

	private Measure correlation(final Function<ImageUncertainty, Measure> uncertainty) {
		final ImageUncertainty[] used = images.stream()
			.filter(i -> uncertainty.apply(i).isPresent()).toArray(ImageUncertainty[]::new);
		final double[] a = new double[used.length], dice = new double[used.length];
		for (int i = 0; i < used.length; i++) {
			a[i] = uncertainty.apply(used[i]).value();
			dice[i] = used[i].overlap().dice();
		}
		return RankCorrelation.spearman(a, dice);
	}

	/**
	 * A row per image and one for all pixels: Dice, uncertainty, ECE, confidence ECE, ACE, Brier
	 * score, log loss.
	 */
	public Table calibrationTable() {
		return rows.calibration(calibration,
			images.stream().reduce(ImageUncertainty.NONE, ImageUncertainty::plus));
	}

	/**
	 * A row per image and score, and one for all pixels and score: how well the score finds wrong
	 * pixels.
	 */
	public Table detectionTable() {
		final Map<UncertaintyScore, DetectionScores> pooled = new EnumMap<>(UncertaintyScore.class);
		detections.forEach((score, detection) -> pooled.put(score, detection.scores()));
		return rows.detection(pooled, severalSamples);
	}

	/** Temperature, log loss at it, and the two rank correlations. */
	public Table summaryTable() {
		final Table table = TrustRows.table("Measure", "Value");
		final Measure t = temperature();
		TrustRows.add(table, List.of("Temperature"), t);
		TrustRows.add(table, List.of("NLL at this temperature"),
			t.isPresent() ? Measure.of(temperature.logLoss(t.value())) : t);
		TrustRows.add(table, List.of("Spearman of mean entropy and Dice"), entropyCorrelation());
		TrustRows.add(table, List.of("Spearman of mean entropy of predicted objects and Dice"),
			foregroundEntropyCorrelation());
		return table;
	}

	/** Why cells of the tables are empty; a sentence each. */
	public List<String> notes() {
		return TrustRows.notes(List.of(calibrationTable(), detectionTable(), summaryTable()));
	}

	/** What the numbers mean, a sentence each. */
	public List<String> sentences() {
		return new TrustSentences(this).all();
	}
}
