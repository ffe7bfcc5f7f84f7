package io.github.mcdunet.objects;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.Test;

public class PixelPolygonTest {

	private static List<PixelPolygon> of(final String... rows) {
		final String all = String.join("", rows);
		return PixelPolygon.of(
			IntStream.range(0, all.length()).filter(i -> all.charAt(i) == '#').toArray(),
			rows[0].length());
	}

	@Test
	public void onePixelIsASquare() {
		final List<PixelPolygon> polygons = of("...", "..#");
		assertEquals(1, polygons.size());
		assertArrayEquals(new int[]{ 2, 1, 3, 1, 3, 2, 2, 2 }, polygons.get(0).rings().get(0));
		assertEquals(1, polygons.get(0).area());
	}

	@Test
	public void aHoleIsARingOfItsOwn() {
		final List<PixelPolygon> polygons = of("####", "#..#", "####");
		assertEquals(1, polygons.size());
		final List<int[]> rings = polygons.get(0).rings();
		assertEquals(2, rings.size());
		assertArrayEquals(new int[]{ 0, 0, 4, 0, 4, 3, 0, 3 }, rings.get(0));
		assertEquals(8, rings.get(1).length);
		assertEquals(10, polygons.get(0).area());
	}

	@Test
	public void partsThatTouchByACornerAreTwo() {
		final List<PixelPolygon> polygons = of("##.", "..#");
		assertEquals(2, polygons.size());
		assertEquals(2, polygons.get(0).area());
		assertEquals(1, polygons.get(1).area());
	}

	/** The hole touches the outside by a corner, and the other hole too: rings stay simple. */
	@Test
	public void holesThatTouchByACornerAreTwo() {
		final List<PixelPolygon> polygons = of("#####", "#.###", "##.##", "#####");
		assertEquals(1, polygons.size());
		assertEquals(3, polygons.get(0).rings().size());
		assertEquals(18, polygons.get(0).area());
		final List<PixelPolygon> open = of("###.", "#.##", "####");
		assertEquals(1, open.size());
		assertEquals(2, open.get(0).rings().size());
	}

	/** Area by the shoelace formula, corners used once in a ring, and every pixel by its parity. */
	@Test
	public void randomObjects() {
		final Random random = new Random(6);
		for (int run = 0; run < 300; run++) {
			final int width = 1 + random.nextInt(9), height = 1 + random.nextInt(9);
			final int[] pixels = IntStream.range(0, width * height)
				.filter(i -> i == 0 || random.nextInt(3) > 0).toArray();
			final List<PixelPolygon> polygons = PixelPolygon.of(pixels, width);
			assertEquals(pixels.length, polygons.stream().mapToLong(PixelPolygon::area).sum());
			final Set<Integer> inside = new HashSet<>();
			for (final int i : pixels)
				inside.add(i);
			for (int i = 0; i < width * height; i++) {
				int crossings = 0;
				for (final PixelPolygon polygon : polygons)
					for (final int[] ring : polygon.rings())
						crossings += crossings(ring, i % width + 0.5, i / width + 0.5);
				assertEquals(inside.contains(i), crossings % 2 == 1);
			}
			for (final PixelPolygon polygon : polygons) {
				assertTrue(new PixelPolygon(List.of(polygon.rings().get(0))).area() > 0);
				for (final int[] ring : polygon.rings()) {
					final Set<Long> corners = new HashSet<>();
					for (int k = 0; k < ring.length; k += 2) {
						assertTrue(corners.add((long) ring[k] << 32 | ring[k + 1]));
						final int next = (k + 2) % ring.length;
						// corners only: directions alternate between along x and along y
						assertTrue(ring[k] == ring[next] ^ ring[k + 1] == ring[next + 1]);
						assertTrue(
							(ring[k] == ring[next]) != (ring[next] == ring[(k + 4) % ring.length]));
					}
				}
				for (final int[] hole : polygon.rings().subList(1, polygon.rings().size()))
					assertTrue(new PixelPolygon(List.of(hole)).area() < 0);
			}
		}
	}

	/** How many edges a line from a point to the right crosses. */
	private static int crossings(final int[] ring, final double x, final double y) {
		int n = 0;
		for (int k = 0; k < ring.length; k += 2) {
			final int next = (k + 2) % ring.length;
			if (ring[k] == ring[next] && ring[k] > x && ring[k + 1] > y != ring[next + 1] > y) n++;
		}
		return n;
	}
}
