package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.inference.SampleMasks;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Test;

public class PredictorTest {

	private static final Architecture SMALL = Architecture.reference(2).baseFilters(4).depth(2);

	private static UNetModel model(final double dropout) {
		final Parameters p = Parameters.initial(SMALL.dropoutRate(dropout), 1);
		final SplittableRandom r = new SplittableRandom(2);
		for (final Parameters.Entry e : p.entries())
			if (!e.name().endsWith("/weights")) for (int i = 0; i < e.values().length; i++)
				e.values()[i] += (float) (0.4 * r.nextDouble()
					- (e.name().endsWith("/mean") ? 0 : 0.1));
		return new UNetModel(p, Normalization.maximum(), List.of("a", "b"), PixelSize.UNCALIBRATED,
			Map.of(), List.of());
	}

	private static Img<FloatType> image(final int width, final int height, final int channels) {
		final float[] pixels = new float[width * height * channels];
		final SplittableRandom r = new SplittableRandom(3);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (4095 * r.nextDouble());
		return ArrayImgs.floats(pixels, width, height, channels);
	}

	@Test
	public void mapsHaveTheImagesSizeAndTheirRanges() {
		final UncertaintyMaps m = new Predictor(model(0.5)).samples(5).run(image(70, 51, 2),
			Progress.NONE);
		assertEquals(70, m.width());
		assertEquals(51, m.height());
		assertEquals(5, m.samples());
		boolean disagree = false;
		for (int i = 0; i < 70 * 51; i++) {
			assertTrue(m.probability()[i] >= 0 && m.probability()[i] <= 1);
			assertTrue(m.entropy()[i] >= 0 && m.entropy()[i] <= 0.693148f);
			assertTrue(
				m.mutualInformation()[i] >= 0 && m.mutualInformation()[i] <= m.entropy()[i] + 1e-6);
			assertTrue(m.variance()[i] >= 0 && m.variance()[i] <= 0.25f);
			disagree |= m.variance()[i] > 0;
		}
		assertTrue("the samples differ", disagree);
	}

	@Test
	public void sameSeedSameMapsOtherSeedOtherMaps() {
		final Predictor p = new Predictor(model(0.5)).samples(3);
		final Img<FloatType> image = image(64, 48, 2);
		final float[] a = p.seed(7).run(image, Progress.NONE).probability();
		assertArrayEquals(a, p.seed(7).run(image, Progress.NONE).probability(), 0);
		assertFalse(java.util.Arrays.equals(a, p.seed(8).run(image, Progress.NONE).probability()));
	}

	@Test
	public void tilesDoNotChangeTheMaps() {
		final Predictor p = new Predictor(model(0.5)).samples(3);
		final Img<FloatType> image = image(203, 150, 2);
		final UncertaintyMaps whole = p.tileSize(1024).run(image, Progress.NONE),
			tiled = p.tileSize(48).run(image, Progress.NONE);
		assertArrayEquals(whole.probability(), tiled.probability(), 1e-5f);
		assertArrayEquals(whole.entropy(), tiled.entropy(), 1e-4f);
		assertArrayEquals(whole.mutualInformation(), tiled.mutualInformation(), 1e-4f);
		assertArrayEquals(whole.variance(), tiled.variance(), 1e-5f);
	}

	/**
	 * The probability is the mean of the samples, so the masks must fit the mean where all agree;
	 * and tiles must not matter.
	 */
	@Test
	public void samplesMasksAreKeptOnRequest() {
		final Predictor p = new Predictor(model(0.5)).samples(4);
		final Img<FloatType> image = image(70, 51, 2);
		final UncertaintyMaps without = p.run(image, Progress.NONE);
		assertFalse(without.sampleMasks().isPresent());
		final float[] sorted = without.probability().clone();
		java.util.Arrays.sort(sorted);
		final float threshold = sorted[sorted.length / 2];
		final UncertaintyMaps maps = p.sampleMasks(threshold).run(image, Progress.NONE);
		final SampleMasks masks = maps.sampleMasks().get(), tiled = p.sampleMasks(threshold)
			.tileSize(32).run(image, Progress.NONE).sampleMasks().get();
		int foreground = 0;
		for (int i = 0; i < 70 * 51; i++) {
			int votes = 0;
			for (int t = 0; t < 4; t++)
				if (masks.get(t, i % 70, i / 70)) votes++;
			foreground += votes;
			if (votes == 4) assertTrue(maps.probability()[i] >= threshold - 1e-6f);
			if (votes == 0) assertTrue(maps.probability()[i] < threshold + 1e-6f);
		}
		assertTrue("some of each: " + foreground, foreground > 0 && foreground < 4 * 70 * 51);
		long different = 0;
		for (int t = 0; t < 4; t++) {
			different += masks.count(t) + tiled.count(t);
			for (int i = 0; i < 70 * 51; i++)
				if (masks.get(t, i % 70, i / 70) && tiled.get(t, i % 70, i / 70)) different -= 2;
		}
		// the order of float additions decides pixels whose probability is one half
		assertTrue(different + " pixels", different < 3);
	}

	@Test
	public void aNetworkWithoutDropoutHasOneSampleAndNoModelUncertainty() {
		final UncertaintyMaps m = new Predictor(model(0)).samples(20).run(image(32, 32, 2),
			Progress.NONE);
		assertEquals(1, m.samples());
		assertArrayEquals(new float[32 * 32], m.mutualInformation(), 0);
		assertArrayEquals(new float[32 * 32], m.variance(), 0);
		for (int i = 0; i < 32 * 32; i++)
			assertEquals(UncertaintyMaps.entropy(m.probability()[i]), m.entropy()[i], 1e-6);
	}

	@Test
	public void severalAtOnceGiveTheSameAsAlone() throws Exception {
		final Predictor p = new Predictor(model(0.5)).samples(4);
		final Img<FloatType> image = image(96, 64, 2);
		final float[] alone = p.run(image, Progress.NONE).entropy();
		final ExecutorService pool = Executors.newFixedThreadPool(3);
		final List<Future<float[]>> results = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			results.add(pool.submit(() -> p.run(image, Progress.NONE).entropy()));
		for (final Future<float[]> f : results)
			assertArrayEquals(alone, f.get(), 0);
		pool.shutdown();
	}

	@Test
	public void thePredictionLeavesTheModelAlone() {
		final UNetModel m = model(0.5);
		final Parameters before = m.parameters().copy();
		new Predictor(m).samples(3).run(image(32, 32, 2), Progress.NONE);
		for (int k = 0; k < before.entries().size(); k++)
			assertArrayEquals(before.entries().get(k).values(),
				m.parameters().entries().get(k).values(), 0);
	}

	@Test
	public void badImagesGetASentence() {
		final Predictor p = new Predictor(model(0.5)).samples(2);
		assertSentence(() -> p.run(image(32, 32, 3), Progress.NONE), "3 channels",
			"trained on 2 (a, b)");
		assertSentence(() -> p.run(series(image(3, 32, 2)), (i, m) -> {
		}, Progress.NONE), "frame 1", "3 x 32");
		final Img<FloatType> nan = image(32, 32, 2);
		nan.randomAccess().setPositionAndGet(4, 5, 1).set(Float.NaN);
		assertSentence(() -> p.run(series(nan), (i, m) -> {
		}, Progress.NONE), "frame 1");
		p.run(series(ArrayImgs.floats(32, 32, 2)), (i, m) -> {
			assertTrue(m.omission().get().cause(),
				m.omission().get().cause().contains("same value"));
			assertArrayEquals(new float[32 * 32], m.probability(), 0);
			assertEquals("also at threshold 0", 0, m.mask(0).foreground());
		}, Progress.NONE);
		final Img<FloatType> outlier = image(32, 32, 2);
		outlier.randomAccess().setPositionAndGet(4, 5, 1).set(1e30f);
		assertSentence(() -> p.run(series(outlier), (i, m) -> {
		}, Progress.NONE), "frame 1", "1.0E30", "x = 4, y = 5");
		assertSentence(() -> p.samples(0), "samples");
	}

	private static void assertSentence(final org.junit.function.ThrowingRunnable action,
		final String... words) {
		final String message = assertThrows(McdUnetException.class, action).getMessage();
		for (final String word : words)
			assertTrue(message, message.contains(word));
	}

	@Test
	public void aCancelEndsIt() {
		final Progress canceled = new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				// nobody looks
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class,
			() -> new Predictor(model(0.5)).run(image(32, 32, 2), canceled));
	}

	/**
	 * What the network keeps from one series to the next must not show, sizes and channels that do
	 * not fit included.
	 */
	@Test
	public void aSessionPredictsEachSeriesAsIfAlone() {
		final Predictor p = new Predictor(model(0.5)).samples(3);
		final List<float[]> together = new ArrayList<>();
		try (PredictionSession session = p.session()) {
			for (final int width : new int[]{ 64, 64, 40, 64 }) {
				session.run(series(image(width, 48, 2)),
					(i, maps) -> together.add(maps.probability()), Progress.NONE);
				assertThrows(McdUnetException.class, () -> session.run(series(image(64, 48, 3)),
					(i, maps) -> together.add(null), Progress.NONE));
				if (width == 40) session.release();
			}
		}
		assertEquals(4, together.size());
		for (int i = 0; i < 4; i++)
			assertArrayEquals(p.run(image(i == 2 ? 40 : 64, 48, 2), Progress.NONE).probability(),
				together.get(i), 0);
	}

	private static ImageSeries series(final Img<FloatType> image) {
		return new ImageSeries() {

			@Override
			public int size() {
				return 1;
			}

			@Override
			public int channels() {
				return (int) image.dimension(2);
			}

			@Override
			public String name(final int i) {
				return "frame 1";
			}

			@Override
			public RandomAccessibleInterval<FloatType> image(final int i) {
				return image;
			}
		};
	}
}
