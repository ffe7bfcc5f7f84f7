package io.github.mcdunet.objects;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Labels;

import java.util.Random;

import org.junit.Test;

public class ThinningTest {

	@Test
	public void lineStaysAsItIs() {
		final Patch patch = patch(20, 9, Shapes.box(2, 4, 15, 1));
		assertArrayEquals(patch.inside(), Thinning.skeleton(patch));
	}

	@Test
	public void smallSquareDoesNotVanish() {
		assertTrue(sum(Thinning.skeleton(patch(5, 5, Shapes.box(1, 1, 2, 2)))) >= 1);
	}

	@Test
	public void randomObjectsEqualThePlainAlgorithm() {
		for (int seed = 0; seed < 60; seed++) {
			final Patch patch = blobs(seed);
			assertArrayEquals("seed " + seed, plain(patch), Thinning.skeleton(patch));
		}
	}

	/** Objects and background (connected by sides) keep their number of pieces. */
	@Test
	public void connectionsAndHolesStay() {
		for (int seed = 0; seed < 60; seed++) {
			final Patch patch = blobs(seed);
			final byte[] skeleton = Thinning.skeleton(patch);
			assertEquals(pieces(patch.inside(), patch), pieces(skeleton, patch));
			assertEquals(holes(patch.inside(), patch), holes(skeleton, patch));
		}
	}

	private static Patch blobs(final int seed) {
		final Random random = new Random(seed);
		final double[] discs = random.doubles(60).toArray();
		return patch(70, 60, (x, y) -> {
			for (int k = 0; k < 60; k += 3)
				if (Math.hypot(x - 70 * discs[k], y - 60 * discs[k + 1]) < 7 * discs[k + 2])
					return true;
			return false;
		});
	}

	private static Patch patch(final int width, final int height, final Shapes.Shape shape) {
		return Patch.of(Shapes.pixels(width, height, shape), width);
	}

	private static int sum(final byte[] mask) {
		int n = 0;
		for (final byte m : mask)
			n += m;
		return n;
	}

	private static int pieces(final byte[] mask, final Patch patch) {
		return ConnectedComponents.label(Labels.ofMask(mask, patch.width(), patch.height()), 0)
			.objectCount();
	}

	/**
	 * Background regions: blown up threefold and with all their neighbours grown, only sides
	 * connect.
	 */
	private static int holes(final byte[] mask, final Patch patch) {
		final int w = patch.width(), h = patch.height();
		final byte[] fine = new byte[4 * w * h];
		for (int y = 0; y < 2 * h - 1; y++)
			for (int x = 0; x < 2 * w - 1; x++) {
				final boolean corner = x % 2 == 1 && y % 2 == 1;
				final boolean a = mask[y / 2 * w + x / 2] == 0;
				final boolean b = mask[(y + 1) / 2 * w + (x + 1) / 2] == 0;
				if (!corner && a && b) fine[y * 2 * w + x] = 1;
			}
		return sideConnected(fine, 2 * w, 2 * h);
	}

	private static int sideConnected(final byte[] mask, final int w, final int h) {
		int count = 0;
		final int[] stack = new int[mask.length];
		for (int start = 0; start < mask.length; start++) {
			if (mask[start] == 0) continue;
			count++;
			int n = 0;
			stack[n++] = start;
			mask[start] = 0;
			while (n > 0) {
				final int i = stack[--n];
				for (final int j : new int[]{ i - w, i + w, i % w == 0 ? i : i - 1,
					i % w == w - 1 ? i : i + 1 })
					if (j >= 0 && j < w * h && mask[j] != 0) {
						mask[j] = 0;
						stack[n++] = j;
					}
			}
		}
		return count;
	}

	/** As in the paper, looking at every pixel in every pass. */
	private static byte[] plain(final Patch patch) {
		byte[] now = patch.inside().clone();
		for (int pass = 0, quiet = 0; quiet < 2; pass++) {
			final byte[] next = now.clone();
			for (int y = 1; y < patch.height() - 1; y++)
				for (int x = 1; x < patch.width() - 1; x++)
					if (now[y * patch.width() + x] != 0
						&& goes(now, y * patch.width() + x, patch.width(), pass % 2))
						next[y * patch.width() + x] = 0;
			quiet = sum(next) == sum(now) ? quiet + 1 : 0;
			now = next;
		}
		return now;
	}

	private static boolean goes(final byte[] m, final int i, final int w, final int odd) {
		final int p2 = m[i - w], p3 = m[i - w + 1], p4 = m[i + 1], p5 = m[i + w + 1], p6 = m[i + w],
			p7 = m[i + w - 1], p8 = m[i - 1], p9 = m[i - w - 1];
		final int c = (1 - p2 & (p3 | p4)) + (1 - p4 & (p5 | p6)) + (1 - p6 & (p7 | p8))
			+ (1 - p8 & (p9 | p2));
		final int n1 = (p9 | p2) + (p3 | p4) + (p5 | p6) + (p7 | p8);
		final int n2 = (p2 | p3) + (p4 | p5) + (p6 | p7) + (p8 | p9);
		final int n = Math.min(n1, n2);
		final int stays = odd == 0 ? (p6 | p7 | 1 - p9) & p8 : (p2 | p3 | 1 - p5) & p4;
		return c == 1 && n >= 2 && n <= 3 && stays == 0;
	}
}
