package io.github.mcdunet.objects;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.inference.SampleMasks;
import io.github.mcdunet.inference.UncertaintyMaps;

import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.Test;

public class SampleObjectsTest {

	private static final int W = 60;
	private static final int H = 30;
	private static final PixelSize HALF = new PixelSize(0.5, 0.5, "micron");

	/** A square of 10 x 10 moved by 0, 1, 2 and 3 pixels: IoU of two is (10 - d) / (10 + d). */
	@Test
	public void movedSquaresByHand() {
		final ObjectMeasurement o = measure(square(0), square(0), square(1), square(2), square(3))
			.objects().get(0);
		assertEquals(1, o.existence(), 0);
		assertEquals((3 * 9 / 11.0 + 2 * 8 / 12.0 + 7 / 13.0) / 6, o.agreement(), 1e-12);
		assertEquals("25.00 \u00b1 0.13 \u00b5m\u00b2", o.area().text());
		// Intensity is x, so the means are 0, 1, 2 and 3 larger: mean 1.5, variance 5/3, t(0.975; 3) = 3.182446
		final Measurement intensity = o.intensities().get(0);
		final double half = 3.182446305284263 * Math.sqrt(5 / 3.0 * 1.25);
		assertEquals(14.5, intensity.value(), 1e-6);
		assertEquals(16 - half, intensity.low(), 1e-6);
		assertEquals(16 + half, intensity.high(), 1e-6);
	}

	@Test
	public void squaresMovedTooFarDoNotExist() {
		// IoU with the object: 1, 6 / 14, 0
		final ObjectMeasurement o = measure(square(0), square(0), square(4), (x, y) -> false)
			.objects().get(0);
		assertEquals(1 / 3.0, o.existence(), 1e-12);
		assertEquals(6 / 14.0 / 3, o.agreement(), 1e-12);
		assertFalse(o.area().hasInterval());
		assertEquals("25 \u00b5m\u00b2", o.area().text());
	}

	/**
	 * A sample that joins two objects 20 pixels apart by a bridge gives each of them half of the
	 * bridge.
	 */
	@Test
	public void joinedNeighboursAreDivided() {
		final Shapes.Shape left = Shapes.box(5, 5, 10, 10), right = Shapes.box(35, 5, 10, 10);
		final Shapes.Shape bridge = Shapes.box(15, 9, 20, 2);
		final Shapes.Shape two = either(left, right), joined = either(two, bridge);
		final ImageMeasurement m = measure(two, joined, joined);
		assertEquals(2, m.objects().size());
		for (final ObjectMeasurement o : m.objects()) {
			assertEquals(1, o.existence(), 0);
			assertEquals(120 / 4.0, o.area().high(), 1e-12);
			assertEquals(1, o.agreement(), 0);
		}
		assertEquals(1, m.count().low(), 0);
		assertEquals(2, m.count().high(), 0);
		assertEquals("2 (1\u20132)", m.count().text());
		assertEquals(240 / 4.0, m.area().high(), 1e-12);
	}

	/** A cut through the object leaves two parts that both count; a speck beside it does not. */
	@Test
	public void brokenObjectsStayTogether() {
		final Shapes.Shape bar = Shapes.box(5, 5, 30, 8);
		final Shapes.Shape broken = (x, y) -> bar.contains(x, y) && (x < 20 || x > 22)
			|| Shapes.box(5, 20, 3, 3).contains(x, y);
		final ImageMeasurement m = measure(bar, broken, broken);
		final ObjectMeasurement o = m.objects().get(0);
		// 224 of 240 pixels; the interval holds the 240 of the mask too
		assertEquals(224 / 4.0, o.area().low(), 1e-12);
		assertEquals(240 / 4.0, o.area().high(), 1e-12);
		assertEquals(1, o.agreement(), 0);
		assertEquals(3, m.count().high(), 0);
		assertEquals(2, new SampleObjects(labels(bar), maps(), masks(broken, broken), ruler())
			.minimumArea(10).measure(Progress.NONE).count().high(), 0);
	}

	@Test
	public void imageAgreesAsItsPairs() {
		// Dice of squares d apart: (10 - d) / 10
		assertEquals((0.9 + 0.7 + 0.8) / 3,
			measure(square(0), square(0), square(1), square(3)).agreement(), 1e-12);
		assertEquals(1, measure(square(0), (x, y) -> false, (x, y) -> false).agreement(), 0);
		assertTrue(Double.isNaN(measure(square(0), square(0)).agreement()));
	}

	@Test
	public void entropyInsideAndOnTheBorderByHand() {
		// 3 x 3 pixels of entropy 0.2 with 0.1 in the middle; 12 pixels beyond their sides with 0.5; elsewhere 9
		final float[] entropy = new float[49];
		for (int i = 0; i < 49; i++) {
			final int dx = Math.abs(i % 7 - 3), dy = Math.abs(i / 7 - 3);
			final boolean inside = dx < 2 && dy < 2,
				beyond = dx == 2 && dy < 2 || dy == 2 && dx < 2;
			entropy[i] = inside ? dx + dy == 0 ? 0.1f : 0.2f : beyond ? 0.5f : 9;
		}
		final int[] pixels = Shapes.pixels(7, 7, Shapes.box(2, 2, 3, 3));
		final Labels labels = ConnectedComponents
			.label(Labels.ofMask(Shapes.mask(7, 7, Shapes.box(2, 2, 3, 3)), 7, 7), 0);
		final double[] means = new BorderMeans(labels, entropy).of(pixels);
		assertEquals(0.1, means[0], 1e-7);
		assertEquals((8 * 0.2 + 12 * 0.5) / 20, means[1], 1e-7);
	}

	@Test
	public void featuresOfTheMaps() {
		final float[] p = { 0.1f, 0.25f, 0.6f, 0.75f, 0.9f, 1 },
			u = { 9, 9, 0.5f, 0.25f, 0.75f, 0 };
		final Labels labels = Labels.ofObjects(new int[]{ 0, 0, 1, 1, 1, 1 }, 6, 1, 1);
		final ImageMeasurement m = new SampleObjects(labels,
			new UncertaintyMaps(6, 1, 1, p, u, new float[6], new float[6]),
			SampleMasks.of(Labels.ofMask(new byte[6], 6, 1)),
			new Ruler(6, 1, PixelSize.UNCALIBRATED, new float[0])).measure(Progress.NONE);
		assertEquals(1.5 / 4, m.foregroundEntropy(), 1e-12);
		assertEquals(2 / 5.0, m.uncertainShare(), 1e-12);
		assertTrue(m.objects().get(0).intensities().isEmpty());
		assertEquals(0, m.objects().get(0).existence(), 0);
	}

	@Test
	public void factorsWidenAboutTheMiddle() {
		final SampleObjects objects = new SampleObjects(labels(square(0)), maps(),
			masks(square(0), square(1), square(2), square(3)), ruler());
		final Measurement plain = objects.measure(Progress.NONE).objects().get(0).intensities()
			.get(0);
		final Measurement wide = objects
			.factors(new IntervalFactors(Map.of(Quantity.INTENSITY, 2.0))).measure(Progress.NONE)
			.objects().get(0).intensities().get(0);
		assertEquals(2 * (plain.high() - plain.low()), wide.high() - wide.low(), 1e-9);
		assertEquals(plain.high() + plain.low(), wide.high() + wide.low(), 1e-9);
	}

	@Test
	public void imageWithoutObjects() {
		final ImageMeasurement m = measure((x, y) -> false, (x, y) -> false, (x, y) -> false);
		assertTrue(m.objects().isEmpty());
		assertEquals("0", m.count().text());
		assertEquals(0, m.foregroundEntropy(), 0);
		assertEquals(0, m.area().low(), 0);
	}

	@Test
	public void cancelsAndRefusesOtherSizes() {
		final Progress canceled = new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		final SampleObjects objects = new SampleObjects(labels(square(0)), maps(), masks(square(0)),
			ruler());
		assertThrows(CancellationException.class, () -> objects.measure(canceled));
		assertThrows(IllegalArgumentException.class, () -> new SampleObjects(labels(square(0)),
			maps(), SampleMasks.of(Labels.ofMask(new byte[W * H], H, W)), ruler()));
	}

	private static ImageMeasurement measure(final Shapes.Shape mask,
		final Shapes.Shape... samples) {
		return new SampleObjects(labels(mask), maps(), masks(samples), ruler())
			.measure(Progress.NONE);
	}

	private static Labels labels(final Shapes.Shape mask) {
		return ConnectedComponents.label(Labels.ofMask(Shapes.mask(W, H, mask), W, H), 0);
	}

	private static SampleMasks masks(final Shapes.Shape... samples) {
		final Labels[] masks = new Labels[samples.length];
		for (int t = 0; t < masks.length; t++)
			masks[t] = Labels.ofMask(Shapes.mask(W, H, samples[t]), W, H);
		return SampleMasks.of(masks);
	}

	private static UncertaintyMaps maps() {
		return new UncertaintyMaps(W, H, 4, new float[W * H], new float[W * H], new float[W * H],
			new float[W * H]);
	}

	/** Intensity x. */
	private static Ruler ruler() {
		final float[] x = new float[W * H];
		for (int i = 0; i < x.length; i++)
			x[i] = i % W;
		return new Ruler(W, H, HALF, x);
	}

	private static Shapes.Shape square(final int shift) {
		return Shapes.box(10 + shift, 8, 10, 10);
	}

	private static Shapes.Shape either(final Shapes.Shape a, final Shapes.Shape b) {
		return (x, y) -> a.contains(x, y) || b.contains(x, y);
	}
}
