package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.inference.HandMadeMaps;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.ObjectMeasurement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Test;

/** Everything here is without ImageJ. */
public class ObjectAnalysisTest {

	private static final int W = 12;
	private static final int H = 8;
	private static final PixelSize OBLONG = new PixelSize(1, 0.5, "mm");

	/** Object 1 is in all three samples, object 2 in the first two, and object 3 is one pixel. */
	private static UncertaintyMaps maps(final double threshold) {
		final float[][] samples = new float[3][W * H];
		for (int t = 0; t < 3; t++)
			for (int i = 0; i < W * H; i++) {
				final int kind = kind(i % W, i / W);
				samples[t][i] = kind == 1 ? 0.9f
					: kind == 2 ? t < 2 ? 0.8f : 0.1f : kind == 3 ? 0.6f : 0.1f;
			}
		return HandMadeMaps.of(W, H, threshold, samples);
	}

	private static int kind(final int x, final int y) {
		if (x >= 1 && x <= 3 && y >= 1 && y <= 3) return 1;
		if (x >= 7 && x <= 9 && y >= 3 && y <= 6) return 2;
		return x == 11 && y == 7 ? 3 : 0;
	}

	/** Intensity x. */
	private static Img<FloatType> image() {
		final float[] pixels = new float[W * H];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % W;
		return ArrayImgs.floats(pixels, W, H, 1);
	}

	/**
	 * Knows of itself that Dice = 0.8 + 0.2 (agreement - 0.5) / 0.5, off by 0.05; that IoU = 0.2 +
	 * 0.3 agreement + 0.3 existence + 0.1 entropy inside, off by 0.1; and that the bright
	 * intensities of its first channel were 2 to 3 times the largest.
	 */
	public static UNetModel knowing(final String... channels) {
		final Map<String, String> manifest = new HashMap<>();
		quality(manifest, "IMAGE_DICE", "agreement,foregroundEntropy,uncertainShare", "0.8",
			"0.5,0,0", "0.5,1,1", "0.2,0,0", "0.05");
		quality(manifest, "OBJECT_IOU", "agreement,existence,entropyInside,entropyOnBorder", "0.2",
			"0,0,0,0", "1,1,1,1", "0.3,0.3,0.1,0", "0.1");
		manifest.put("familiar.the bright intensity of " + channels[0], "2 3");
		return new UNetModel(
			new Parameters(
				Architecture.reference(channels.length).baseFilters(2).depth(1).dropoutRate(0.5)),
			Normalization.maximum(), List.of(channels), new PixelSize(0.25, 0.25, "mm"), manifest,
			List.of());
	}

	private static void quality(final Map<String, String> manifest, final String quality,
		final String features, final String... numbers) {
		final String[] keys = { "intercept", "means", "scales", "coefficients", "halfWidth" };
		for (int i = 0; i < keys.length; i++)
			manifest.put("quality." + quality + "." + keys[i], numbers[i]);
		manifest.put("quality." + quality + ".features", features);
		for (final String key : List.of("cases", "images"))
			manifest.put("quality." + quality + "." + key, "20");
		for (final String key : List.of("error", "meanOnlyError", "level"))
			manifest.put("quality." + quality + "." + key, "0.1");
	}

	@Test
	public void objectsAreFoundMeasuredAndJudged() {
		final SegmentedImage seg = new ObjectAnalysis(knowing("a")).minimumArea(2).run(maps(0.5),
			image(), OBLONG);
		assertEquals(2, seg.objects().size());
		assertEquals(9 + 12, seg.labels().foreground());
		for (int i = 0; i < W * H; i++) {
			final int kind = kind(i % W, i / W);
			assertEquals(kind == 3 ? 0 : kind, seg.labels().objects()[i]);
			assertEquals(kind == 1 || kind == 2 ? 1 : 0, seg.labels().classes()[i]);
		}
		final SegmentedObject first = seg.objects().get(0), second = seg.objects().get(1);
		assertEquals(9, first.features().area());
		assertEquals(0.9, first.features().meanProbability(), 1e-6);
		final ObjectMeasurement m = second.measurement().get();
		assertEquals(2 / 3.0, m.existence(), 1e-12);
		assertEquals("one of three pairs agrees", 1 / 3.0, m.agreement(), 1e-12);
		assertEquals(12 * 0.5, m.area().value(), 1e-12);
		assertEquals("mean of x in 7..9", 8, m.intensities().get(0).value(), 1e-6);
		final double inside = entropy(1.7 / 3);
		assertEquals(0.2 + 0.3 / 3 + 0.3 * 2 / 3 + 0.1 * inside,
			second.predictedIou().get().value(), 1e-6);
		assertEquals(second.predictedIou().get().value() - 0.1, second.predictedIou().get().low(),
			1e-12);
		assertEquals(0.8 + 0.1 * entropy(0.9), first.predictedIou().get().value(), 1e-6);
		final ImageMeasurement all = seg.measurement().get();
		assertEquals(2, all.count().value(), 0);
		assertEquals(21 * 0.5, all.area().value(), 1e-12);
		// 22, 22 and 10 pixels, of which the last shares all of its own with the others
		final double agreement = (1 + 2 * 20 / 32.0) / 3;
		assertEquals(agreement, all.agreement(), 1e-12);
		assertEquals(0.8 + 0.2 * (agreement - 0.5) / 0.5, seg.predictedDice().get().value(), 1e-9);
		final double objects = 9 * entropy(0.9) + 12 * inside;
		assertEquals(objects / 21, seg.meanForegroundEntropy(), 1e-6);
		assertEquals((objects + entropy(0.6) + (96 - 22) * entropy(0.1)) / 96, seg.meanEntropy(),
			1e-6);
	}

	private static double entropy(final double p) {
		return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
	}

	@Test
	public void saysWhatIsUnlikeTheTraining() {
		final SegmentedImage seg = new ObjectAnalysis(knowing("a")).run(maps(0.5), image(), OBLONG);
		assertEquals(1, seg.differences().size());
		assertEquals("the bright intensity of a", seg.differences().get(0).statistic());
		assertEquals(2, seg.differences().get(0).low(), 0);
		assertTrue(seg.scaleWarning().get().contains("look 4.0 times smaller"));
		final SegmentedImage pixels = new ObjectAnalysis(knowing("a")).run(maps(0.5), image());
		assertEquals("units differ", Optional.empty(), pixels.scaleWarning());
	}

	@Test
	public void aModelThatKnowsNothingStillMeasures() {
		final SegmentedImage seg = new ObjectAnalysis().run(maps(0.5), image());
		assertEquals(3, seg.objects().size());
		assertTrue(seg.measurement().isPresent());
		assertEquals(Optional.empty(), seg.predictedDice());
		assertEquals(Optional.empty(), seg.objects().get(0).predictedIou());
		assertEquals(List.of(), seg.differences());
	}

	@Test
	public void withoutConfidenceOnlyObjectsAreFound() {
		final SegmentedImage seg = new ObjectAnalysis(knowing("a")).confidence(false).threshold(0.7)
			.run(maps(0.5), image(), OBLONG);
		assertEquals(1, seg.objects().size());
		assertEquals(Optional.empty(), seg.measurement());
		assertEquals(Optional.empty(), seg.predictedDice());
		assertEquals(List.of(), seg.differences());
		assertTrue("pixels of another size still show", seg.scaleWarning().isPresent());
	}

	@Test
	public void nothingIsNotANumberOfMeanEntropy() {
		final SegmentedImage seg = new ObjectAnalysis().threshold(1).run(maps(1), image());
		assertEquals(0, seg.objects().size());
		assertTrue(Double.isNaN(seg.meanForegroundEntropy()));
		assertArrayEquals(new byte[W * H], seg.labels().classes());
	}

	@Test
	public void whatDoesNotFitIsRefused() {
		final ObjectAnalysis analysis = new ObjectAnalysis();
		assertThrows(IllegalArgumentException.class,
			() -> analysis.threshold(0.4).run(maps(0.5), image()));
		assertThrows(IllegalArgumentException.class,
			() -> analysis.run(maps(0.5), ArrayImgs.floats(H, W, 1)));
		assertThrows(IllegalArgumentException.class, () -> analysis.threshold(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> analysis.minimumArea(-1));
	}
}
