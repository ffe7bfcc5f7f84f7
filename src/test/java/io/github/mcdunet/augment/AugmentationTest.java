package io.github.mcdunet.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.Test;

public class AugmentationTest {

	private static final int DRAWS = 4000;

	private static LabeledImage noise(final int width, final int height) {
		final SplittableRandom random = new SplittableRandom(width * 31L + height);
		final float[] pixels = new float[2 * width * height];
		final byte[] mask = new byte[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) random.nextDouble(4096);
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) random.nextInt(2);
		return new LabeledImage("noise", 2, pixels, Labels.ofMask(mask, width, height));
	}

	@Test
	public void noneGivesTheSampleItself() {
		final LabeledImage sample = noise(8, 8);
		assertSame(sample, Augmentation.none().apply(sample, new SplittableRandom(1)));
	}

	@Test
	public void theSameRandomGivesTheSameSample() {
		final LabeledImage sample = noise(20, 20);
		final LabeledImage a = Augmentation.standard().apply(sample, new SplittableRandom(7));
		final LabeledImage b = Augmentation.standard().apply(sample, new SplittableRandom(7));
		final LabeledImage c = Augmentation.standard().apply(sample, new SplittableRandom(8));
		assertNotSame(a, b);
		assertArrayEquals(a.pixels(), b.pixels(), 0);
		assertArrayEquals(a.labels().classes(), b.labels().classes());
		assertFalse(Arrays.equals(a.pixels(), c.pixels()));
	}

	@Test
	public void leavesTheGivenSampleAlone() {
		final LabeledImage sample = noise(20, 20);
		final float[] before = sample.pixels().clone();
		for (int seed = 0; seed < 20; seed++)
			Augmentation.standard().apply(sample, new SplittableRandom(seed));
		assertArrayEquals(before, sample.pixels(), 0);
	}

	/**
	 * Counts within 5 standard deviations of a fair coin; angles uniform in 5..15 degrees to both
	 * sides.
	 */
	@Test
	public void flipsAndRotatesHalfOfTheTime() {
		final SplittableRandom random = new SplittableRandom(42);
		int rotated = 0, mirrored = 0, counterClockwise = 0;
		double angles = 0;
		for (int i = 0; i < DRAWS; i++) {
			final AffineMap m = Augmentation.draw(50, 30, random);
			if (m.xx() < 0) mirrored++;
			final double angle = Math.toDegrees(Math.acos(Math.abs(m.xx())));
			assertEquals(1, Math.abs(m.xx() * m.yy() - m.xy() * m.yx()), 1e-12);
			if (angle < 1e-3) continue;
			rotated++;
			angles += angle;
			assertTrue(angle >= 5 && angle <= 15);
			if (m.xy() * m.xx() < 0 == m.xx() > 0) counterClockwise++;
		}
		final double tolerance = 5 * Math.sqrt(DRAWS / 4.0);
		assertEquals(DRAWS / 2.0, rotated, tolerance);
		assertEquals(DRAWS / 2.0, mirrored, tolerance);
		assertEquals(rotated / 2.0, counterClockwise, tolerance);
		assertEquals(10, angles / rotated, 0.4);
	}

	@Test
	public void anImageIsFlippedAlongBothAxes() {
		final float[] pixels = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
		final LabeledImage sample = new LabeledImage("s", 1, pixels,
			Labels.ofMask(new byte[9], 3, 3));
		final SplittableRandom random = new SplittableRandom(3);
		final Set<String> seen = new TreeSet<>();
		for (int i = 0; i < 400; i++) {
			final String text = Arrays
				.toString(Augmentation.standard().apply(sample, random).pixels());
			final boolean whole = !text.replace(".0", "").contains(".");
			if (whole) seen.add(text);
		}
		assertEquals(4, seen.size());
		assertTrue("upside down",
			seen.contains(Arrays.toString(new float[]{ 7, 8, 9, 4, 5, 6, 1, 2, 3 })));
	}

	@Test
	public void maskStaysBinaryAndPixelsStayInRange() {
		final LabeledImage sample = noise(33, 21);
		final SplittableRandom random = new SplittableRandom(5);
		for (int i = 0; i < 50; i++) {
			final LabeledImage a = Augmentation.standard().apply(sample, random);
			for (final byte m : a.labels().classes())
				assertTrue(m == 0 || m == 1);
			for (final float v : a.pixels())
				assertTrue(v >= 0 && v < 4096);
		}
	}

	/**
	 * An image that is its mask: after any augmentation the bilinear image, cut at one half, is the
	 * mask again but for edges.
	 */
	@Test
	public void imageAndMaskMoveTogether() {
		final int n = 64;
		final float[] pixels = new float[n * n];
		final byte[] mask = new byte[n * n];
		for (int y = 10; y < 30; y++)
			for (int x = 15; x < 50; x++) {
				pixels[y * n + x] = 1;
				mask[y * n + x] = 1;
			}
		final LabeledImage sample = new LabeledImage("s", 1, pixels, Labels.ofMask(mask, n, n));
		final SplittableRandom random = new SplittableRandom(9);
		for (int i = 0; i < 50; i++) {
			final LabeledImage a = Augmentation.standard().apply(sample, random);
			int different = 0;
			for (int p = 0; p < n * n; p++)
				if (a.pixels()[p] >= 0.5f != (a.labels().classes()[p] == 1)) different++;
			assertTrue(different + " pixels differ", different <= 8);
			assertEquals(20 * 35, a.foreground(), 0.03 * 20 * 35);
		}
	}

	/** A disc and its mask, half a pixel lower: so they stay, whatever the flips and rotations. */
	@Test
	public void aMaskBesideItsObjectStaysOnItsSide() {
		final int n = 80;
		final float[] pixels = new float[n * n];
		final byte[] mask = new byte[n * n];
		for (int y = 0; y < n; y++)
			for (int x = 0; x < n; x++) {
				pixels[y * n + x] = (float) Math.max(0,
					Math.min(1, 18.5 - Math.hypot(x - 36, y - 43)));
				mask[y * n + x] = (byte) (Math.hypot(x - 36.2, y - 43.6) < 18 ? 1 : 0);
			}
		final LabeledImage sample = new LabeledImage("disc", 1, pixels, Labels.ofMask(mask, n, n));
		// NB: a mask is cut at pixels, so that it does not lie exactly where it was meant to
		final double dx = centre(sample, false)[0] - centre(sample, true)[0],
			dy = centre(sample, false)[1] - centre(sample, true)[1];
		assertEquals(0.6, dy, 0.1);
		final Augmentation augmentation = Augmentation.standard().keeping(new MaskOffset(dx, dy));
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 60; i++) {
			final LabeledImage a = augmentation.apply(sample, random);
			final double[] image = centre(a, true), truth = centre(a, false);
			assertEquals(dx, truth[0] - image[0], 0.1);
			assertEquals(dy, truth[1] - image[1], 0.1);
		}
	}

	private static double[] centre(final LabeledImage s, final boolean image) {
		double sum = 0, x = 0, y = 0;
		for (int p = 0; p < s.labels().size(); p++) {
			final double v = image ? s.pixels()[p] : s.labels().classes()[p];
			sum += v;
			x += v * (p % s.width());
			y += v * (p / s.width());
		}
		return new double[]{ x / sum, y / sum };
	}
}
