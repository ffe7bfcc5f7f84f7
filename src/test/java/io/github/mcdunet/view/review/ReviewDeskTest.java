package io.github.mcdunet.view.review;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;

import io.github.mcdunet.review.ReviewKind;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.imagej.result.ImageSelection;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.review.Decision;
import io.github.mcdunet.review.ObjectChances;
import io.github.mcdunet.review.Review;
import io.github.mcdunet.review.ReviewEntry;
import io.github.mcdunet.review.ReviewPlaces;
import io.github.mcdunet.review.ReviewQueue;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import javax.swing.table.TableModel;

import org.junit.Test;

/** What a person does in the review's window, without a screen. */
public class ReviewDeskTest {

	private static final int W = 60, H = 50;

	private final ImagePlus image = IJ.createImage("Worms", W, H, 3, 8);
	private final Review review = new Review(new ReviewQueue(places()), W, H);
	private final ReviewDesk desk = new ReviewDesk(review, new ImageSelection(image),
		Set.of(0, 1, 2));

	/**
	 * Each image has a box that is the less sure the higher its number; image 1 has a faint one
	 * too.
	 */
	private static List<ReviewEntry> places() {
		final List<ReviewEntry> places = new ArrayList<>();
		for (int image = 0; image < 3; image++) {
			final float[] p = new float[W * H], u = new float[W * H];
			fill(p, new Rectangle(10, 10, 8, 6), 1 - 0.125 * (image + 1));
			if (image == 1) fill(p, new Rectangle(40, 30, 5, 5), 0.25);
			final UncertaintyMaps maps = new UncertaintyMaps(W, H, 1,
				Map.of(MapKind.PROBABILITY, p, MapKind.ENTROPY, u));
			places.addAll(ReviewPlaces.of(image, maps.mask(0.5), maps, 20));
		}
		return places;
	}

	private static void fill(final float[] p, final Rectangle box, final double value) {
		for (int y = box.y; y < box.y + box.height; y++)
			Arrays.fill(p, y * W + box.x, y * W + box.x + box.width, (float) value);
	}

	private String where() {
		return desk.name(review.item(desk.current().getAsInt()).entry().image()) + ": "
			+ review.item(desk.current().getAsInt()).entry().name();
	}

	@Test
	public void nextGoesFromTheMostUncertainOn() {
		desk.next();
		assertEquals("Worms slice 3: object 1", where());
		assertEquals(3, image.getCurrentSlice());
		assertEquals(new Rectangle(10, 10, 8, 6), image.getRoi().getBounds());
		assertEquals("0 of 7 reviewed: 0 % of the estimated error", desk.progress());
		desk.accept();
		assertEquals("Worms slice 2: object 1", where());
		desk.next();
		assertEquals("passed over", "Worms slice 2: maybe missed 1", where());
		desk.accept();
		assertEquals("Worms slice 1: object 1", where());
		desk.delete();
		// 48 * 3 / 8 and 25 / 4 and 48 / 8 of those and 48 * 2 / 8
		assertEquals("3 of 7 reviewed: " + Math.round(100 * (18 + 6.25 + 6) / (18 + 6.25 + 6 + 12))
			+ " % of the estimated error", desk.progress());
		desk.accept();
		desk.accept();
		desk.accept();
		assertEquals("from the beginning again", "Worms slice 2: object 1", where());
		desk.accept();
		assertEquals("Everything in this list has been reviewed.", desk.message());
		assertTrue(desk.progress(), desk.progress().startsWith("7 of 7 reviewed: 100 %"));
	}

	@Test
	public void theRestOfAnImageShowsAllOfItWithoutASelection() {
		final int rest = review.size() - 1;
		desk.go(rest);
		assertNull(image.getRoi());
		desk.delete();
		assertEquals(Decision.OPEN, review.item(rest).decision());
		assertTrue(desk.message(), desk.message().contains("rest of the image"));
		desk.redraw();
		assertEquals(Decision.OPEN, review.item(rest).decision());
		desk.accept();
		assertEquals(Decision.ACCEPTED, review.item(rest).decision());
	}

	@Test
	public void redrawTakesTheSelection() {
		desk.next();
		final int place = desk.current().getAsInt();
		desk.redraw();
		assertTrue(desk.message(), desk.message().contains("still the old outline"));
		image.deleteRoi();
		desk.redraw();
		assertTrue(desk.message(), desk.message().contains("Nothing is outlined"));
		image.setSlice(1);
		image.setRoi(new Roi(20, 20, 3, 2));
		desk.redraw();
		assertTrue(desk.message(),
			desk.message().contains("is on Worms slice 1, but object 1 is on Worms slice 3"));
		assertEquals(Decision.OPEN, review.item(place).decision());
		image.setSlice(3);
		image.setRoi(new OvalRoi(20, 20, 3, 3));
		desk.redraw();
		assertEquals(Decision.REDRAWN, review.item(place).decision());
		final byte[] mask = review.mask(2).classes();
		int n = 0;
		for (final byte m : mask)
			n += m;
		assertEquals("a disc of three pixels' diameter", 9, n, 4);
		assertEquals(1, mask[21 * W + 21]);
		assertEquals(0, mask[12 * W + 12]);
	}

	@Test
	public void addTakesTheSelectionOfWhateverImage() {
		desk.list(OptionalInt.of(2));
		desk.next();
		desk.add();
		assertTrue(desk.message(), desk.message().contains("The selection is object 1"));
		image.setRoi(new Roi(50, 40, 2, 1));
		desk.add();
		assertEquals("Added as \"added 1\" of Worms slice 3.", desk.message());
		assertEquals("[0, 6, 7]", desk.rows().toString());
		assertArrayEquals(new int[]{ 40 * W + 50, 40 * W + 51 }, review.item(7).pixels());
		assertTrue(desk.progress(), desk.progress().startsWith("0 of 7 "));
		desk.go(7);
		desk.undo();
		assertEquals(7, review.size());
		assertNull("it is gone", image.getRoi());
		desk.undo();
		assertTrue(desk.message(), desk.message().contains("nothing to undo"));
	}

	@Test
	public void undoGoesBack() {
		desk.next();
		desk.delete();
		desk.accept();
		desk.undo();
		assertEquals("Worms slice 2: object 1", where());
		desk.undo();
		assertEquals("Worms slice 3: object 1", where());
		assertEquals(Decision.OPEN, review.item(desk.current().getAsInt()).decision());
	}

	@Test
	public void withoutARowNothingIsDecided() {
		desk.accept();
		desk.delete();
		desk.redraw();
		assertEquals("Choose a row first.", desk.message());
	}

	@Test
	public void tablesSayWhereAndHowMuch() {
		final PlacesTable places = new PlacesTable(desk);
		assertEquals(7, places.getRowCount());
		assertEquals("[Worms slice 3, object 1, NaN, 0.000, 18.0, ]", row(places, 0));
		final ImagesTable images = new ImagesTable(desk);
		assertEquals("[All 3 listed, 42.3, 100.0 %, 0 of 7]", row(images, 0));
		desk.next();
		desk.accept();
		images.refresh();
		assertEquals("[Worms slice 2, 18.3, 43.2 %, 0 of 3]", row(images, 1));
		assertEquals("[Worms slice 3, 18.0, 42.6 %, 1 of 2]", row(images, 2));
		assertEquals(OptionalInt.of(2), images.image(2));
		assertEquals("accepted", places.getValueAt(0, 5));
	}

	private static String row(final TableModel table, final int row) {
		final List<Object> cells = new ArrayList<>();
		for (int c = 0; c < table.getColumnCount(); c++)
			cells.add(table.getValueAt(row, c));
		return cells.stream().map(Object::toString).collect(Collectors.toList()).toString();
	}

	@Test
	public void onlySomeImagesAreListed() {
		final ReviewDesk one = new ReviewDesk(review, new ImageSelection(image), Set.of(1));
		assertEquals(3, one.rows().size());
		assertEquals(2, new ImagesTable(one).getRowCount());
		one.next();
		one.accept();
		assertTrue(one.progress(),
			one.progress().equals("1 of 3 reviewed: 28 % of the estimated error"));
		image.setSlice(1);
		image.setRoi(new Roi(50, 40, 2, 1));
		one.add();
		assertEquals("its image is listed then", Set.of(0, 1), one.listed());
	}

	/**
	 * Three times the object, at least 48 pixels, in the window's proportions, inside of the image.
	 */
	@Test
	public void theObjectIsSeenWithItsSurroundings() {
		assertEquals(new Rectangle(140, 140, 60, 60),
			ObjectZoom.part(new Rectangle(160, 165, 20, 10), 400, 400, new Dimension(300, 300)));
		assertEquals(new Rectangle(110, 140, 120, 60),
			ObjectZoom.part(new Rectangle(160, 165, 20, 10), 400, 400, new Dimension(600, 300)));
		assertEquals(new Rectangle(0, 352, 48, 48),
			ObjectZoom.part(new Rectangle(2, 390, 5, 5), 400, 400, new Dimension(300, 300)));
		assertEquals(new Rectangle(0, 0, 400, 200),
			ObjectZoom.part(new Rectangle(0, 0, 400, 200), 400, 200, new Dimension(600, 300)));
	}

	/** Two boxes as one object of class 1, which the samples see as two in half of the cases. */
	@Test
	public void splitMergeAndClassesAreDecisions() {
		final int[] numbers = new int[W * H];
		final float[] p = new float[W * H];
		fill(p, new Rectangle(10, 10, 20, 10), 0.875);
		final float[] separation = new float[W * H];
		Arrays.fill(separation, 0.9f);
		fill(separation, new Rectangle(20, 10, 1, 10), 0.1);
		for (int i = 0; i < p.length; i++)
			numbers[i] = p[i] > 0 ? 1 : 0;
		final List<ReviewEntry> one = new ArrayList<>();
		for (final ReviewEntry place : ReviewPlaces.ofObjects(0, Labels.ofObjects(numbers, W, H, 1),
			new UncertaintyMaps(W, H, 1,
				Map.of(MapKind.PROBABILITY, p, MapKind.ENTROPY, new float[W * H])),
			20))
			one.add(place.kind() == ReviewKind.OBJECT
				? place.withChances(new ObjectChances(0.5, 0.125, 0, 0.75)) : place);
		final Review asked = new Review(new ReviewQueue(one), W, H, LabelClass.unnamed(3), true,
			i -> Optional.of(separation));
		final ReviewDesk person = new ReviewDesk(asked, new ImageSelection(image), Set.of(0));
		final TableModel places = new PlacesTable(person);
		person.next();
		assertEquals("object 1 (class 1)", places.getValueAt(0, 1));
		assertEquals("one or two? 0.50", places.getValueAt(0, 6));
		assertTrue(person.message(), person.message().startsWith("50 % of the samples see two"));
		person.split();
		assertEquals("split", places.getValueAt(0, 5));
		assertEquals("part 1 (class 1)", places.getValueAt(places.getRowCount() - 1, 1));
		assertEquals(10, image.getRoi().getBounds().width, 1);
		person.go(person.rows().get(places.getRowCount() - 1));
		person.setClass(3);
		assertEquals("There is no class 3. The keys are 1 class 1, 2 class 2.", person.message());
		person.setClass(2);
		assertEquals("part 1 (class 2)", places.getValueAt(places.getRowCount() - 1, 1));
		final Labels labels = asked.labels(0);
		assertEquals(2, labels.objectCount());
		assertEquals(2, labels.highestClass());
		person.undo();
		person.undo();
		assertEquals("object 1 (class 1)", places.getValueAt(0, 1));
		assertEquals("", places.getValueAt(0, 5));
		person.merge();
		assertEquals("No other object touches this one.", person.message());
	}
}
