package io.github.mcdunet.dataset;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which images train the network, which choose the best epoch, and which are kept for the test. By
 * whole image, so that no pixel of a validation image was learnt from.
 *
 * @param training indices into a dataset
 * @param validation indices into the dataset
 * @param test indices into the dataset
 */
public record Split(List<Integer> training, List<Integer> validation, List<Integer> test) {

	public Split {
		training = List.copyOf(training);
		validation = List.copyOf(validation);
		test = List.copyOf(test);
	}

	/**
	 * Shuffles by the seed and cuts. The number of validation and test images is the fraction of n,
	 * rounded; at least one each where the fraction is above 0 and n allows it.
	 *
	 * @param n number of images
	 * @param validationFraction 0..1, above 0
	 * @param testFraction 0..1, may be 0
	 * @throws McdUnetException if there are fewer than 2 images, or nothing would be left for the
	 * training
	 */
	public static Split random(final int n, final double validationFraction,
		final double testFraction, final long seed) {
		return random(IntStream.range(0, n).boxed().toList(), validationFraction, testFraction,
			seed);
	}

	/**
	 * As {@link #random(int, double, double, long)}, of some images.
	 *
	 * @param images their indices into a dataset
	 */
	public static Split random(final List<Integer> images, final double validationFraction,
		final double testFraction, final long seed) {
		final int n = images.size();
		if (n < 2)
			throw new McdUnetException("There is only " + n
				+ " image with a mask. Training needs at least two: "
				+ "one to learn from and one to choose the best epoch by. Add images, or cut this one into several.");
		if (!(validationFraction > 0 && validationFraction < 1)
			|| !(testFraction >= 0 && testFraction < 1))
			throw new McdUnetException("The validation fraction (" + validationFraction
				+ ") must lie between 0 and 1, the " + "test fraction (" + testFraction
				+ ") between 0 and 1 with 0 allowed.");
		final int nValidation = Math.max(1, (int) Math.round(n * validationFraction));
		final int nTest = testFraction == 0 ? 0 : Math.max(1, (int) Math.round(n * testFraction));
		final int nTraining = n - nValidation - nTest;
		if (nTraining < 1)
			throw new McdUnetException("Of " + n + " images, " + nValidation
				+ " would go to validation and " + nTest
				+ " to the test, which leaves none to learn from. Use smaller fractions or more images.");
		final List<Integer> order = new ArrayList<>(images);
		Collections.shuffle(order, new Random(seed));
		return new Split(sorted(order.subList(0, nTraining)),
			sorted(order.subList(nTraining, nTraining + nValidation)),
			sorted(order.subList(nTraining + nValidation, n)));
	}

	private static List<Integer> sorted(final List<Integer> list) {
		final List<Integer> copy = new ArrayList<>(list);
		Collections.sort(copy);
		return copy;
	}

	/**
	 * Who went where, in the order of the images: a row "index,name,part" per image of the split,
	 * the index from 0, the part "training", "validation" or "test".
	 *
	 * @param data the dataset that was split
	 */
	public Table table(final Dataset data) {
		final Map<Integer, String> parts = new TreeMap<>();
		training.forEach(i -> parts.put(i, "training"));
		validation.forEach(i -> parts.put(i, "validation"));
		test.forEach(i -> parts.put(i, "test"));
		final Table table = new Table(List.of("index", "name", "part"));
		parts.forEach((i, part) -> table
			.add(List.of(Cell.number(i), Cell.text(data.get(i).name()), Cell.text(part))));
		return table;
	}
}
