package io.github.mcdunet.workflow;

import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.Test;

/** A class of one pixel in a thousand: found where the classes' weights are balanced. */
public class RareClassTest {

	private static final int SIZE = 64;
	private static final byte DISC = 1, DOT = 2;

	/**
	 * Two discs in noise, and in one of them a brighter dot of 2 x 2 pixels: 0.1 % of the image.
	 */
	private static LabeledImage picture(final int number, final Random random) {
		final float[] pixels = new float[SIZE * SIZE];
		final byte[] classes = new byte[pixels.length];
		for (int p = 0; p < pixels.length; p++)
			pixels[p] = (float) (100 + 8 * random.nextGaussian());
		for (int disc = 0; disc < 2; disc++) {
			final int x0 = 16 + 32 * disc + random.nextInt(7) - 3, y0 = 16 + random.nextInt(32);
			for (int p = 0; p < pixels.length; p++) {
				final int dx = p % SIZE - x0, dy = p / SIZE - y0;
				if (dx * dx + dy * dy > 100) continue;
				pixels[p] += 40;
				classes[p] = DISC;
			}
			final int shift = random.nextInt(9) - 4 + SIZE * (random.nextInt(9) - 4);
			if (disc == 0) for (final int p : new int[]{ 0, 1, SIZE, SIZE + 1 }) {
				pixels[y0 * SIZE + x0 + shift + p] += 150;
				classes[y0 * SIZE + x0 + shift + p] = DOT;
			}
		}
		return new LabeledImage("p" + number, 1, pixels, Labels.ofClasses(classes, SIZE, SIZE));
	}

	private static Dataset pictures(final int n, final long seed) {
		final Random random = new Random(seed);
		final List<LabeledImage> images = new ArrayList<>();
		for (int i = 0; i < n; i++)
			images.add(picture(i, random));
		return new Dataset(images, List.of("gray"), LabelClass.unnamed(3));
	}

	/** The Dice of the dots, of all images together. */
	private static double dice(final TrainingSettings.Weights weights) {
		final UNetModel model = new Training(TrainingSettings.defaults().epochs(100).patience(0)
			.baseFilters(4).depth(2).dropoutRate(0).augment(false).seed(1).weights(weights))
			.run(pictures(10, 1), Progress.NONE).model();
		Overlap all = new Overlap(0, 0, 0, 0);
		for (final LabeledImage image : pictures(6, 2).images())
			all = all
				.plus(Overlap.of(new Predictor(model).run(image.image(), Progress.NONE).mask(0.5),
					image.labels(), DOT));
		return all.dice();
	}

	@Test
	public void balancedWeightsFindIt() {
		final double equal = dice(TrainingSettings.Weights.EQUAL),
			balanced = dice(TrainingSettings.Weights.BALANCED);
		assertTrue("equal " + equal + ", balanced " + balanced,
			balanced > 0.5 && balanced > equal + 0.2);
	}
}
