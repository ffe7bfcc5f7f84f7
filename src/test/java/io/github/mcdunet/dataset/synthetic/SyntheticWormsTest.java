package io.github.mcdunet.dataset.synthetic;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;

import java.util.Arrays;

import org.junit.Test;

public class SyntheticWormsTest {

	private static final int SIZE = 160;
	private static final Dataset WORMS = new SyntheticWorms(SIZE).generate(6, 1);

	@Test
	public void picturesLookLikeACamerasOfTwelveBits() {
		assertEquals(Arrays.asList("fluorescence", "brightfield"), WORMS.channelNames());
		assertEquals("worms-01", WORMS.get(0).name());
		for (final LabeledImage s : WORMS.images()) {
			assertEquals(SIZE, s.width());
			assertEquals(SIZE, s.height());
			for (final float v : s.pixels())
				assertTrue(v >= 0 && v <= 4095 && v == Math.rint(v));
		}
	}

	@Test
	public void aSampleDependsOnTheSeedAndItsNumberOnly() {
		final LabeledImage third = new SyntheticWorms(SIZE).generate(3, 1).get(2);
		assertArrayEquals(WORMS.get(2).pixels(), third.pixels(), 0);
		assertArrayEquals(WORMS.get(2).labels().classes(), third.labels().classes());
		assertFalse(
			Arrays.equals(WORMS.get(0).labels().classes(), WORMS.get(1).labels().classes()));
		final LabeledImage other = new SyntheticWorms(SIZE).generate(1, 2).get(0);
		assertFalse(Arrays.equals(WORMS.get(0).labels().classes(), other.labels().classes()));
	}

	/** The same pictures and masks; a number for each worm, most of which are long. */
	@Test
	public void numberedWormsAreTheSameWorms() {
		final Dataset numbered = new SyntheticWorms(SIZE).numbered().generate(6, 1);
		int large = 0, worms = 0;
		for (int i = 0; i < WORMS.size(); i++) {
			final LabeledImage one = numbered.get(i);
			assertArrayEquals(WORMS.get(i).pixels(), one.pixels(), 0);
			assertArrayEquals(WORMS.get(i).labels().classes(), one.labels().classes());
			assertFalse(WORMS.get(i).labels().hasObjects());
			final int[] areas = new int[one.labels().objectCount() + 1];
			for (int k = 0; k < one.labels().size(); k++) {
				assertEquals(one.labels().isForeground(k), one.labels().objects()[k] != 0);
				areas[one.labels().objects()[k]]++;
			}
			for (int k = 1; k < areas.length; k++)
				if (areas[k] > 40) large++;
			worms += areas.length - 1;
		}
		assertTrue(large + " of " + worms, worms > 6 && large > 0.8 * worms);
	}

	@Test
	public void aFewPercentAreWorms() {
		for (final LabeledImage s : WORMS.images()) {
			final double share = s.foreground() / (double) (SIZE * SIZE);
			assertTrue("share " + share, share > 0.01 && share < 0.12);
		}
	}

	/**
	 * A pixel is foreground if its centre lies in one of the discs of the body: tried for every
	 * pixel and disc.
	 */
	@Test
	public void theMaskIsTheGeometry() {
		final WormRandom chance = new WormRandom(3);
		final WormScene scene = new WormScene(64, new Well(64, chance));
		final WormBody worm = WormBody.random(30.3, 33.8, 0.5, false, chance);
		scene.add(worm, 0.6, 100, chance);
		int foreground = 0;
		for (int y = 0; y < 64; y++)
			for (int x = 0; x < 64; x++) {
				boolean inside = false;
				for (int k = 0; k < worm.discs(); k++)
					inside |= Math.hypot(x - worm.x(k), y - worm.y(k)) <= worm.radius(k);
				assertEquals(inside ? 1 : 0, scene.mask().classes()[y * 64 + x]);
				if (inside) foreground++;
			}
		assertTrue(foreground > 40);
	}

	@Test
	public void wormsAreDarkerThanTheWellAndDebrisIsNotForeground() {
		final WormRandom chance = new WormRandom(4);
		final Well well = new Well(200, chance);
		final WormScene scene = new WormScene(200, well);
		scene.addDebris(100, 100, 5, 0.5, 0, chance);
		for (final byte m : scene.mask().classes())
			assertEquals(0, m);
		assertTrue(scene.light()[100 * 200 + 100] < 0.8 * well.light(100, 100));
	}

	/**
	 * Two limits that are the best for all images together, in either channel, stay below Dice 0.8.
	 */
	@Test
	public void thresholdsDoNotSolveIt() {
		for (int channel = 0; channel < 2; channel++)
			assertTrue(bestDice(channel) < 0.8);
	}

	private static double bestDice(final int channel) {
		final long[][] counts = new long[2][256];
		long foreground = 0;
		for (final LabeledImage s : WORMS.images()) {
			for (int i = 0; i < SIZE * SIZE; i++)
				counts[s.labels().classes()[i]][(int) s.pixels()[channel * SIZE * SIZE + i] / 16]++;
			foreground += s.foreground();
		}
		double best = 0;
		for (int low = 0; low < 256; low++) {
			long hits = 0, chosen = 0;
			for (int high = low; high < 256; high++) {
				hits += counts[1][high];
				chosen += counts[0][high] + counts[1][high];
				best = Math.max(best, 2.0 * hits / (chosen + foreground));
			}
		}
		return best;
	}

	@Test
	public void smallPicturesHaveWormsToo() {
		for (final LabeledImage s : new SyntheticWorms(64).generate(10, 5).images())
			assertTrue(s.name(), s.foreground() > 30);
		assertThrows(IllegalArgumentException.class, () -> new SyntheticWorms(16));
	}
}
