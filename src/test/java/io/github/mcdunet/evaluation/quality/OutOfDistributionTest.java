package io.github.mcdunet.evaluation.quality;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.objects.IntervalFactors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import net.imglib2.img.array.ArrayImgs;

import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Images like those of the training pass; inverted, blurred, enlarged and noisy ones are told from
 * them.
 */
public class OutOfDistributionTest {

	private static final int SIZE = 128;
	private static final List<String> CHANNELS = List.of("fluorescence", "brightfield");

	private static OutOfDistribution trained;

	private static ImageStatistics statistics(final float[] pixels) {
		final var image = ArrayImgs.floats(pixels, SIZE, SIZE, 2);
		return ImageStatistics.of(image, Normalization.maximum().scale(image), CHANNELS);
	}

	@BeforeClass
	public static void learn() {
		final List<ImageStatistics> images = new ArrayList<>();
		for (final LabeledImage s : new SyntheticWorms(SIZE).generate(14, 1).images())
			images.add(statistics(s.pixels()));
		trained = OutOfDistribution.of(images);
	}

	/** How many of eight new images are found to be different after a change. */
	private static int different(final UnaryOperator<float[]> change) {
		int n = 0;
		for (final LabeledImage s : new SyntheticWorms(SIZE).generate(8, 77).images())
			if (!trained.differences(statistics(change.apply(s.pixels().clone()))).isEmpty()) n++;
		return n;
	}

	@Test
	public void newImagesOfTheSameKindAreLikeTheTraining() {
		assertTrue("at most one of eight by chance", different(p -> p) <= 1);
	}

	@Test
	public void invertedImagesAreNot() {
		assertEquals(8, different(p -> {
			for (int i = 0; i < p.length; i++)
				p[i] = 4095 - p[i];
			return p;
		}));
	}

	@Test
	public void noisyImagesAreNot() {
		final SplittableRandom random = new SplittableRandom(3);
		assertEquals(8, different(p -> {
			for (int i = 0; i < p.length; i++)
				p[i] = Math.max(0, p[i] + (float) (1500 * (random.nextDouble() - 0.5)));
			return p;
		}));
	}

	@Test
	public void blurredImagesAreNot() {
		assertEquals(8, different(p -> sampled(p, (x, y) -> 0, 3)));
	}

	@Test
	public void enlargedImagesAreNot() {
		assertEquals(8, different(p -> sampled(p, (x, y) -> y / 4 * SIZE + x / 4, 0)));
	}

	private interface Source {

		int of(int x, int y);
	}

	/** A mean over a square of this radius, or what lies elsewhere. */
	private static float[] sampled(final float[] p, final Source source, final int radius) {
		final float[] to = new float[p.length];
		final int n = SIZE * SIZE;
		for (int c = 0; c < 2; c++)
			for (int y = 0; y < SIZE; y++)
				for (int x = 0; x < SIZE; x++) {
					if (radius == 0) {
						to[c * n + y * SIZE + x] = p[c * n + source.of(x, y)];
						continue;
					}
					double sum = 0;
					int count = 0;
					for (int v = Math.max(0, y - radius); v <= Math.min(SIZE - 1, y + radius); v++)
						for (int u = Math.max(0, x - radius); u <= Math.min(SIZE - 1,
							x + radius); u++, count++)
							sum += p[c * n + v * SIZE + u];
					to[c * n + y * SIZE + x] = (float) (sum / count);
				}
		return to;
	}

	@Test
	public void saysWhatIsDifferentAndHowFar() {
		final OutOfDistribution known = new OutOfDistribution(
			Map.of("the contrast of brightfield", new OutOfDistribution.Range(0.1, 0.2)));
		final ImageStatistics image = statistics(new float[2 * SIZE * SIZE])
			.with("the contrast of brightfield", 0.5);
		assertEquals(List.of("the contrast of brightfield is 0.500 (0.100 to 0.200 in training)"),
			known.differences(image).stream().map(Object::toString).toList());
	}

	@Test
	public void comesBackFromItsText() {
		final Map<String, String> text = AssessmentText.of(new Assessment(Normalization.maximum(),
			CHANNELS, Optional.empty(), IntervalFactors.NONE, Assessment.UNKNOWN.imageQuality(),
			Assessment.UNKNOWN.objectQuality(), trained));
		assertEquals(10, trained.ranges().size());
		assertEquals(trained,
			AssessmentText.read(text, Normalization.maximum(), CHANNELS).outOfDistribution());
	}

	@Test
	public void fewImagesSayNothing() {
		final OutOfDistribution f = OutOfDistribution
			.of(List.of(statistics(new float[2 * SIZE * SIZE])));
		assertFalse(f.isKnown());
		assertTrue(f.differences(statistics(new float[2 * SIZE * SIZE])).isEmpty());
	}

	@Test
	public void anotherPixelSizeGetsASentence() {
		final PixelSize half = new PixelSize(0.5, 0.5, "micron"),
			one = new PixelSize(1, 1, "micron"), near = new PixelSize(1.1, 1.1, "micron");
		final String sentence = OutOfDistribution.pixelSize(half, one).get();
		assertTrue(sentence, sentence.contains("1.00 micron") && sentence.contains("0.500 micron")
			&& sentence.contains("2.0 times smaller"));
		assertTrue(OutOfDistribution.pixelSize(one, half).get().contains("2.0 times larger"));
		assertEquals(Optional.empty(), OutOfDistribution.pixelSize(one, near));
		assertEquals(Optional.empty(), OutOfDistribution.pixelSize(PixelSize.UNCALIBRATED, one));
		assertEquals(Optional.empty(), OutOfDistribution.pixelSize(one, new PixelSize(5, 5, "nm")));
	}
}
