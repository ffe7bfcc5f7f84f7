package io.github.mcdunet.evaluation.comparison;

import io.github.mcdunet.dataset.Summary;
import io.github.mcdunet.evaluation.BoxPlot;
import io.github.mcdunet.evaluation.Measure;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two or more models by one score on the same images. Immutable. */
public final class ModelComparison {

	private final List<String> images;
	private final List<String> models;
	private final List<double[]> scores;

	/**
	 * @param images names, in the order of the scores
	 * @param models names, at least two
	 * @param scores of each model, one per image; higher is better
	 */
	public ModelComparison(final List<String> images, final List<String> models,
		final List<double[]> scores) {
		if (models.size() < 2 || scores.size() != models.size() || images.isEmpty())
			throw new IllegalArgumentException(models.size() + " models, scores of " + scores.size()
				+ ", " + images.size() + " images");
		for (final double[] of : scores)
			if (of.length != images.size() || !Arrays.stream(of).allMatch(Double::isFinite))
				throw new IllegalArgumentException(
					"Not " + images.size() + " numbers: " + Arrays.toString(of));
		this.images = List.copyOf(images);
		this.models = List.copyOf(models);
		this.scores = scores.stream().map(double[]::clone).toList();
	}

	public List<String> models() {
		return models;
	}

	/** Of each pair of models, the earlier one first. */
	public List<Paired> pairs() {
		final List<Paired> pairs = new ArrayList<>();
		for (int a = 0; a < models.size(); a++)
			for (int b = a + 1; b < models.size(); b++)
				pairs.add(new Paired(models.get(a), scores.get(a), models.get(b), scores.get(b)));
		return pairs;
	}

	/** Of each model, in order. */
	public List<BoxPlot> boxes() {
		return scores.stream().map(BoxPlot::new).toList();
	}

	/**
	 * A row per image with the scores of the models and the differences of the pairs, then the
	 * median and the mean.
	 */
	public Table table() {
		final List<String> columns = new ArrayList<>(List.of("Image"));
		columns.addAll(models);
		pairs().forEach(pair -> columns.add(pair.second() + " - " + pair.first()));
		final List<double[]> values = new ArrayList<>(scores);
		pairs().forEach(pair -> values.add(pair.differences()));
		final Table table = new Table(columns);
		for (int i = 0; i < images.size(); i++) {
			final int image = i;
			table.add(row(images.get(i), values, v -> v[image]));
		}
		table.add(row("Median", values, Summary::median));
		table.add(row("Mean", values, Summary::mean));
		return table;
	}

	private static List<Cell> row(final String name, final List<double[]> values,
		final ToDoubleFunction<double[]> value) {
		return Stream.concat(Stream.of(Cell.text(name)),
			values.stream().map(v -> Measure.of(value.applyAsDouble(v)).cell())).toList();
	}

	/** One per pair, and one of caution if there is more than one pair. */
	public List<String> sentences() {
		final List<String> sentences = pairs().stream().map(Paired::sentence)
			.collect(Collectors.toCollection(ArrayList::new));
		if (sentences.size() > 1)
			sentences.add("These are " + sentences.size() + " comparisons: multiply each p by "
				+ sentences.size() + " (Bonferroni) before calling one of them significant.");
		return sentences;
	}
}
