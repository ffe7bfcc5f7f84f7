package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.evaluation.EvaluationReport;

import java.util.List;

/** Compares predicted masks with true ones. */
public final class Evaluation {

	private Evaluation() {
	}

	/**
	 * @param names one per image
	 * @param predictions one mask per image, both in the order of the names, [H, W] row-major; any
	 * non-zero value is foreground
	 * @param truths one mask per image, both in the order of the names, [H, W] row-major; any
	 * non-zero value is foreground
	 * @throws McdUnetException if there is no image, if the numbers of names and masks differ, or
	 * if the two masks of an image differ in size, naming the images
	 */
	public static EvaluationReport run(final List<String> names, final List<Labels> predictions,
		final List<Labels> truths) {
		checkCounts(names.size(), predictions.size(), truths.size());
		checkSizes(names, predictions, truths);
		final EvaluationReport report = new EvaluationReport();
		for (int i = 0; i < names.size(); i++)
			report.add(names.get(i), predictions.get(i), truths.get(i));
		return report;
	}

	/**
	 * With outlines and objects, of images of one size.
	 *
	 * @param size of a pixel, in whose unit distances are
	 * @throws McdUnetException as {@link #run(List, List, List)}
	 */
	public static EvaluationReport run(final List<String> names, final List<Labels> predictions,
		final List<Labels> truths, final PixelSize size) {
		return run(names, predictions, truths, size, List.of());
	}

	/**
	 * As {@link #run(List, List, List, PixelSize)}, of several classes.
	 *
	 * @param classNames of all but the background, in the order of their numbers; one or none for
	 * masks
	 */
	public static EvaluationReport run(final List<String> names, final List<Labels> predictions,
		final List<Labels> truths, final PixelSize size, final List<String> classNames) {
		checkCounts(names.size(), predictions.size(), truths.size());
		checkSizes(names, predictions, truths);
		final EvaluationReport report = new EvaluationReport(classNames);
		for (int i = 0; i < names.size(); i++)
			report.add(names.get(i), predictions.get(i), truths.get(i), size);
		return report;
	}

	private static void checkCounts(final int names, final int predictions, final int truths) {
		if (predictions != truths)
			throw new McdUnetException("There " + areMasks(predictions) + " to evaluate, but "
				+ truths
				+ " to compare with. Choose a stack or folder with one true mask for each predicted one, in the same order.");
		if (names != truths)
			throw new McdUnetException("There " + areMasks(truths) + ", but " + names
				+ (names == 1 ? " image name" : " image names")
				+ ". Give one name for each mask, in the same order.");
		if (names == 0)
			throw new McdUnetException(
				"There is no image to evaluate. Choose predicted and true masks.");
	}

	private static String areMasks(final int n) {
		return n == 1 ? "is 1 mask" : "are " + n + " masks";
	}

	private static void checkSizes(final List<String> names, final List<Labels> predictions,
		final List<Labels> truths) {
		final StringBuilder wrong = new StringBuilder();
		for (int i = 0; i < names.size(); i++)
			if (predictions.get(i).width() != truths.get(i).width()
				|| predictions.get(i).height() != truths.get(i).height())
				wrong.append("The predicted mask of '").append(names.get(i)).append("' has ")
					.append(size(predictions.get(i))).append(" pixels, but its true mask has ")
					.append(size(truths.get(i))).append(". ");
		if (wrong.length() > 0)
			throw new McdUnetException(wrong
				+ "Choose masks of the same size as the image that was predicted, in the same order.");
	}

	private static String size(final Labels labels) {
		return labels.width() + " x " + labels.height();
	}
}
