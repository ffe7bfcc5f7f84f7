package io.github.mcdunet.objects;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.SeparationTarget;
import io.github.mcdunet.evaluation.ObjectMatches;
import io.github.mcdunet.evaluation.ObjectScore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * How well true objects come back from their mask and a separation target, as it is or blurred and
 * with noise as a network's would be: the ceiling of each design; a main, not a test. Argument: a
 * stack of labels.
 */
public final class SeparationCeiling {

	private SeparationCeiling() {
	}

	public static void main(final String[] args) {
		final ImagePlus stack = IJ.openImage(args[0]);
		final List<Labels> truths = new ArrayList<>();
		for (int s = 1; s <= stack.getStackSize(); s++) {
			final int[] numbers = new int[stack.getWidth() * stack.getHeight()];
			int count = 0;
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = (int) stack.getStack().getProcessor(s).getf(i);
				count = Math.max(count, numbers[i]);
			}
			truths.add(Labels.ofObjects(numbers, stack.getWidth(), stack.getHeight(), count));
		}
		print("connected regions", truths,
			t -> ConnectedComponents.label(Labels.ofMask(t.classes(), t.width(), t.height()), 0));
		for (final double[] wear : new double[][]{ { 0, 0 }, { 1, 0.1 }, { 2, 0.1 } }) {
			System.out.println("--- blur " + wear[0] + ", noise " + wear[1]);
			for (final double radius : new double[]{ 1.5, 2, 3 })
				for (final double level : new double[]{ 0.5, 0.7 })
					print("border r " + radius + " level " + level, truths,
						t -> watershed(t, inverse(SeparationTarget.borders(t, radius)), wear,
							new SeededWatershed(level)));
			for (final double reach : new double[]{ 0, 4 })
				for (final double level : new double[]{ 0.3, 0.5, 0.7 })
					for (final double prominence : new double[]{ Double.POSITIVE_INFINITY, 0.2 })
						print(
							"depth reach " + reach + " level " + level + " prominence "
								+ prominence,
							truths,
							t -> watershed(t,
								reach == 0 ? SeparationTarget.depths(t)
									: SeparationTarget.depths(t, reach),
								wear, new SeededWatershed(level).prominence(prominence)));
		}
	}

	private static Labels watershed(final Labels truth, final float[] map, final double[] wear,
		final SeededWatershed watershed) {
		final FloatProcessor worn = new FloatProcessor(truth.width(), truth.height(), map);
		if (wear[0] > 0) new GaussianBlur().blurGaussian(worn, wear[0]);
		final Random random = new Random(1);
		final FloatProcessor noise = new FloatProcessor(truth.width(), truth.height());
		for (int i = 0; i < map.length; i++)
			noise.setf(i, (float) random.nextGaussian());
		// noise of neighbours is alike in a network's output
		new GaussianBlur().blurGaussian(noise, 1);
		for (int i = 0; i < map.length; i++)
			map[i] += (float) (wear[1] * 3.5 * noise.getf(i)); // of that standard deviation after the blur
		return watershed.minimumSeed(4).minimumArea(20)
			.label(Labels.ofMask(truth.classes(), truth.width(), truth.height()), map);
	}

	private static float[] inverse(final float[] map) {
		for (int i = 0; i < map.length; i++)
			map[i] = 1 - map[i];
		return map;
	}

	private static void print(final String name, final List<Labels> truths,
		final Function<Labels, Labels> separation) {
		double f1 = 0, ap = 0, mean = 0;
		ObjectScore pooled = null;
		for (final Labels truth : truths) {
			final ObjectScore score = ObjectScore.of(separation.apply(truth), truth);
			f1 += score.f1() / truths.size();
			ap += score.at(0.5).averagePrecision() / truths.size();
			mean += score.meanAveragePrecision() / truths.size();
			pooled = pooled == null ? score : pooled.plus(score);
		}
		final ObjectMatches all = pooled.at(0.5);
		System.out.printf(Locale.ROOT,
			"%-48s F1 %.4f AP %.4f AP.5-.9 %.4f | pooled F1 %.4f AP %.4f splits %d merges %d of %d%n",
			name, f1, ap, mean, all.f1(), all.averagePrecision(), pooled.splits(), pooled.merges(),
			pooled.trueObjects());
	}
}
