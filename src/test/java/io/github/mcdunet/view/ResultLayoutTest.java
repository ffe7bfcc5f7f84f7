package io.github.mcdunet.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public class ResultLayoutTest {

	private static final Rectangle LAPTOP = new Rectangle(0, 0, 1366, 768);

	private static List<Rectangle> places(final Rectangle screen, final Rectangle input,
		final int width, final int height, final int count) {
		return ResultLayout.places(screen, input, new Dimension(width, height), count);
	}

	@Test
	public void smallResultsKeepTheirSizeInARow() {
		assertEquals(
			List.of(new Rectangle(300, 50, 280, 330), new Rectangle(580, 50, 280, 330),
				new Rectangle(860, 50, 280, 330)),
			places(LAPTOP, new Rectangle(20, 50, 280, 330), 280, 330, 3));
	}

	/** For any screen, place and number of windows. */
	@Test
	public void nothingOverlapsTheInputAnotherOrTheTables() {
		for (final Rectangle screen : List.of(LAPTOP, new Rectangle(0, 27, 1920, 1053),
			new Rectangle(0, 0, 3840, 2160)))
			for (int x = 0; x < 700; x += 90)
				for (int size = 100; size < 620; size += 40)
					for (int n = 1; n <= 7; n++) {
						final Rectangle input = new Rectangle(x, screen.y + 60, size, size + 50);
						final List<Rectangle> all = places(screen, input, size, size + 50, n);
						final Rectangle images = new Rectangle(screen.x, screen.y, screen.width,
							screen.height * 3 / 4 + 1);
						final List<Rectangle> before = new ArrayList<>(List.of(input));
						for (final Rectangle place : all) {
							assertTrue(input + " " + all, images.contains(place));
							before.forEach(
								other -> assertFalse(input + " " + all, other.intersects(place)));
							before.add(place);
						}
					}
	}

	@Test
	public void theLeftSideServesToo() {
		final Rectangle input = new Rectangle(900, 50, 460, 500);
		for (final Rectangle place : places(LAPTOP, input, 460, 500, 3))
			assertTrue(place.toString(), place.x + place.width <= 900);
	}

	@Test
	public void whereAnImageFillsTheScreenResultsLieStepwiseOnIt() {
		final List<Rectangle> all = places(LAPTOP, new Rectangle(0, 0, 1366, 768), 1366, 768, 3);
		for (int i = 0; i < 3; i++) {
			assertEquals(30 * i, all.get(i).x);
			assertTrue(LAPTOP.contains(all.get(i)));
		}
	}

	@Test
	public void tablesLieSideBySideBelow() {
		final Rectangle first = ResultLayout.tablePlace(LAPTOP, new Dimension(600, 900), List.of());
		assertEquals(new Rectangle(0, 576, 600, 192), first);
		final Rectangle second = ResultLayout.tablePlace(LAPTOP, new Dimension(500, 900),
			List.of(first));
		assertEquals(new Rectangle(600, 576, 500, 192), second);
		final Rectangle wide = ResultLayout.tablePlace(LAPTOP, new Dimension(5000, 100), List.of());
		assertEquals(new Rectangle(0, 668, 1366, 100), wide);
		assertTrue(LAPTOP.contains(
			ResultLayout.tablePlace(LAPTOP, new Dimension(5000, 900), List.of(first, second))));
	}

	/** As after a prediction, a trust report and an evaluation: no title is under another table. */
	@Test
	public void manyTablesShowAllTheirTitles() {
		final List<Rectangle> all = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			final Rectangle place = ResultLayout.tablePlace(LAPTOP, new Dimension(1400, 900), all);
			assertTrue(place.toString(), LAPTOP.contains(place));
			assertTrue(place.toString(), place.width >= 500 && place.height >= 100);
			for (final Rectangle other : all)
				assertFalse(all + " " + place,
					place.contains(other.x + 5, other.y + 5) && place.y <= other.y + 20);
			all.add(place);
		}
		assertEquals(new Rectangle(683, 576, 683, 192), all.get(1));
		assertEquals(new Rectangle(713, 606, 653, 162), all.get(2));
	}

	/** At the scale at which three of 652 x 606 fit side by side below ImageJ's window. */
	@Test
	public void plotsLieInARowBelowImageJ() {
		final List<Rectangle> row = ResultLayout.row(LAPTOP, new Rectangle(597, 0, 611, 108),
			new Dimension(652, 606), 3);
		assertEquals(List.of(new Rectangle(0, 108, 455, 423), new Rectangle(455, 108, 455, 423),
			new Rectangle(910, 108, 455, 423)), row);
		assertEquals(List.of(new Rectangle(0, 0, 619, 576)), ResultLayout.row(LAPTOP,
			new Rectangle(597, 500, 611, 108), new Dimension(652, 606), 1));
	}

	/** Neither the log nor a new table hides the training window, which is 802 wide. */
	@Test
	public void theLogLiesLeftAboveTheTables() {
		assertEquals(new Rectangle(0, 386, 546, 190), ResultLayout.logPlace(LAPTOP));
		assertEquals(new Rectangle(0, 620, 640, 190),
			ResultLayout.logPlace(new Rectangle(0, 0, 1920, 1080)));
		assertEquals(new Rectangle(0, 576, 600, 192), ResultLayout.tablePlace(LAPTOP,
			new Dimension(600, 900), List.of(ResultLayout.logPlace(LAPTOP))));
	}

	@Test
	public void anImageGivesWayToTheWindowBesideIt() {
		final Dimension review = new Dimension(658, 599);
		assertEquals(List.of(new Rectangle(50, 20, 492, 570), new Rectangle(542, 20, 658, 599)),
			ResultLayout.pair(LAPTOP, new Rectangle(50, 20, 492, 570), review));
		assertEquals(List.of(new Rectangle(658, 129, 492, 570), new Rectangle(0, 129, 658, 599)),
			ResultLayout.pair(LAPTOP, new Rectangle(609, 129, 492, 570), review));
		assertEquals(List.of(new Rectangle(874, 113, 492, 570), new Rectangle(216, 113, 658, 599)),
			ResultLayout.pair(LAPTOP, new Rectangle(1180, 113, 492, 570), review));
		// twice as large: scaled by 768 / 1140 to the height of the screen
		assertEquals(List.of(new Rectangle(658, 0, 662, 768), new Rectangle(0, 129, 658, 599)),
			ResultLayout.pair(LAPTOP, new Rectangle(300, 129, 984, 1140), review));
	}
}
