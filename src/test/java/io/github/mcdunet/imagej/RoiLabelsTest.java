package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class RoiLabelsTest {

	private static final int WIDTH = 20;

	private final ImagePlus images = IJ.createImage("cells", "8-bit black", WIDTH, 10, 2);
	private final List<String> notes = new ArrayList<>();
	private String groups;

	@Before
	public void rememberGroups() {
		groups = Roi.getGroupNames();
		Roi.setGroupNames("nucleus,background,dirt");
	}

	@After
	public void restoreGroups() {
		Roi.setGroupNames(groups == null ? "" : groups);
	}

	private static Roi inGroup(final Roi roi, final int group) {
		roi.setGroup(group);
		return roi;
	}

	private LabeledClasses read(final boolean sparse, final Roi... rois) {
		return RoiLabels.read(images, rois, sparse, notes::add);
	}

	private static int at(final int[] plane, final int x, final int y) {
		return plane[y * WIDTH + x];
	}

	private static int at(final byte[] plane, final int x, final int y) {
		return plane[y * WIDTH + x];
	}

	private static long count(final int[] objects, final int number) {
		return IntStream.of(objects).filter(n -> n == number).count();
	}

	@Test
	public void outlinesThatTouchAreTwoObjects() {
		final Labels labels = read(false, new Roi(2, 2, 4, 3), new Roi(6, 2, 4, 3)).labels().get(0);
		assertEquals(2, labels.objectCount());
		assertEquals(12, count(labels.objects(), 1));
		assertEquals(12, count(labels.objects(), 2));
		assertTrue(at(labels.objects(), 5, 3) != at(labels.objects(), 6, 3));
		assertEquals("Masks: inside of an outline = object; 2 outlines.", notes.get(0));
	}

	/** In whichever order they are. */
	@Test
	public void theSmallerOneLiesOnTop() {
		final Roi large = new Roi(0, 0, 10, 8), small = new OvalRoi(3, 3, 3, 3);
		final int area = small.getMask().getHistogram()[255];
		for (final Roi[] rois : new Roi[][]{ { large, small }, { small, large } }) {
			final Labels labels = read(false, rois).labels().get(0);
			assertEquals(80 - area, count(labels.objects(), 1));
			assertEquals(area, count(labels.objects(), 2));
			assertEquals(2, at(labels.objects(), 4, 4));
		}
	}

	/** Objects are numbered anew in each image. */
	@Test
	public void eachOnItsSlice() {
		final Roi first = new Roi(0, 0, 2, 2), second = new Roi(5, 5, 3, 1),
			both = new Roi(10, 0, 1, 1);
		first.setPosition(1);
		second.setPosition(2);
		final List<Labels> labels = read(false, first, second, both).labels();
		assertEquals(4, count(labels.get(0).objects(), 1));
		assertEquals(1, count(labels.get(0).objects(), 2));
		assertEquals(3, count(labels.get(1).objects(), 1));
		assertEquals(2, labels.get(1).objectCount());
	}

	@Test
	public void positionsInAHyperstack() {
		final ImagePlus hyper = IJ.createHyperStack("hyper", WIDTH, 10, 2, 3, 2, 8);
		final Roi one = new Roi(0, 0, 2, 2), frame = new Roi(5, 5, 3, 1);
		one.setPosition(1, 3, 2);
		frame.setPosition(0, 0, 1);
		final List<Labels> labels = RoiLabels
			.read(hyper, new Roi[]{ one, frame }, false, notes::add).labels();
		assertEquals(6, labels.size());
		for (int i = 0; i < 6; i++)
			assertEquals(i < 3 ? 3 : i == 5 ? 4 : 0, labels.get(i).foreground());
		final Roi beyond = new Roi(0, 0, 2, 2);
		beyond.setName("lost");
		beyond.setPosition(1, 4, 1);
		TruthMasksTest.assertSentence(
			() -> RoiLabels.read(hyper, new Roi[]{ beyond }, false, notes::add), "'lost'",
			"slice or frame that is not there");
	}

	/** In the order of the groups' numbers, with ImageJ's names and colours. */
	@Test
	public void groupsAreClasses() {
		final Roi dirt = inGroup(new Roi(0, 0, 3, 3), 3), nucleus = inGroup(new Roi(5, 0, 3, 3), 1),
			other = inGroup(new Roi(10, 0, 3, 3), 7);
		final LabeledClasses read = read(false, dirt, nucleus, other);
		assertEquals(List.of("background", "nucleus", "dirt", "class 3"),
			read.classes().stream().map(LabelClass::name).toList());
		assertEquals(dirt.getStrokeColor().getRGB() & 0xffffff, read.classes().get(2).color());
		final Labels labels = read.labels().get(0);
		assertEquals(2, at(labels.classes(), 1, 1));
		assertEquals(1, at(labels.classes(), 6, 1));
		assertEquals(3, at(labels.classes(), 11, 1));
		assertEquals(0, at(labels.classes(), 15, 5));
		assertEquals(3, labels.objectCount());
		assertEquals("Classes: 3 outlines of nucleus, dirt, class 3.", notes.get(0));
	}

	/** A hole, where everything is marked. */
	@Test
	public void aGroupCalledBackgroundIsBackground() {
		final Labels labels = read(false, inGroup(new Roi(0, 0, 10, 8), 1),
			inGroup(new Roi(2, 2, 3, 3), 2)).labels().get(0);
		assertEquals(1, labels.objectCount());
		assertEquals(71, labels.foreground());
		assertEquals(0, at(labels.classes(), 3, 3));
		assertEquals(0, at(labels.objects(), 3, 3));
	}

	/** Lines count with their width, points as the pixels that they lie in. */
	@Test
	public void strokesMarkSomePixels() {
		final Line line = new Line(2, 5, 8, 5);
		line.setStrokeWidth(3);
		final Roi drawn = new PolygonRoi(new float[]{ 12, 16, 16 }, new float[]{ 2, 2, 7 }, 3,
			Roi.FREELINE);
		final LabeledClasses read = read(true, inGroup(line, 1), inGroup(drawn, 2),
			inGroup(new PointRoi(new int[]{ 3, 19 }, new int[]{ 0, 9 }, 2), 3));
		final Labels labels = read.labels().get(0);
		assertEquals(List.of("background", "nucleus", "dirt"),
			read.classes().stream().map(LabelClass::name).toList());
		for (final int y : new int[]{ 4, 5 })
			assertEquals("y = " + y, 1, at(labels.classes(), 5, y));
		for (final int y : new int[]{ 1, 2, 7, 8 })
			assertEquals("y = " + y, Labels.UNLABELLED, at(labels.classes(), 5, y));
		assertEquals(0, at(labels.classes(), 14, 2));
		assertEquals(0, at(labels.classes(), 16, 5));
		assertEquals(2, at(labels.classes(), 3, 0));
		assertEquals(2, at(labels.classes(), 19, 9));
		assertEquals(Labels.UNLABELLED, at(labels.classes(), 12, 8));
		assertEquals(2,
			IntStream.range(0, labels.size()).filter(i -> labels.classes()[i] == 2).count());
		final long stroke = IntStream.range(0, labels.size()).filter(i -> labels.classes()[i] == 1)
			.count();
		assertTrue("about 6 x 3 pixels: " + stroke, stroke >= 16 && stroke <= 24);
		assertFalse("a stroke is no whole object", labels.hasObjects());
		assertEquals(
			"Classes: outside of all ROIs = not marked; 3 marks of background, nucleus," + " dirt.",
			notes.get(0));
	}

	/** Marks lie as they were drawn: a correction is on top. */
	@Test
	public void laterMarksLieOnTop() {
		final Roi small = inGroup(new Roi(2, 2, 2, 2), 1), large = inGroup(new Roi(0, 0, 8, 8), 2);
		assertEquals(0, at(read(true, small, large).labels().get(0).classes(), 2, 2));
		final Labels labels = read(true, large, small).labels().get(0);
		assertEquals(1, at(labels.classes(), 2, 2));
		assertEquals(64, labels.known());
		assertEquals(1, labels.objectCount());
	}

	@Test
	public void badMarksGetASentence() {
		assertRefused(true, "of no group", new Roi(0, 0, 3, 3), new Roi(5, 5, 2, 2));
		assertRefused(true, "All ROIs of 'cells' mark background", inGroup(new Roi(0, 0, 3, 3), 2));
		assertRefused(false, "All ROIs of 'cells' mark background",
			inGroup(new Roi(0, 0, 3, 3), 2));
		assertRefused(true, "marks background, so that nothing tells it from what is not marked",
			inGroup(new Roi(0, 0, 3, 3), 1), inGroup(new Roi(5, 0, 3, 3), 3));
		final Roi ungrouped = new Roi(0, 0, 3, 3);
		ungrouped.setName("stray");
		assertRefused(false, "The ROI 'stray' of 'cells' is of no group, but others are of group 1",
			ungrouped, inGroup(new Roi(5, 0, 3, 3), 1));
		assertRefused(false, "which has no area", inGroup(new Line(0, 0, 5, 5), 1));
		assertRefused(false, "65 groups. At most 63 classes", IntStream.rangeClosed(10, 74)
			.mapToObj(g -> inGroup(new Roi(0, 0, 2, 2), g)).toArray(Roi[]::new));
	}

	private void assertRefused(final boolean sparse, final String part, final Roi... rois) {
		TruthMasksTest.assertSentence(() -> read(sparse, rois), part);
	}

	@Test
	public void theOverlayGivesTheSame() {
		final Roi a = inGroup(new Roi(2, 2, 4, 3), 1), b = inGroup(new Roi(6, 2, 4, 3), 3);
		images.setOverlay(new ij.gui.Overlay(a));
		images.getOverlay().add(b);
		final Labels expected = read(false, a, b).labels().get(1), labels = Datasets
			.of(images, Truth.complete(Truth.Kind.OVERLAY), null, null, notes::add).get(1).labels();
		assertArrayEquals(expected.classes(), labels.classes());
		assertArrayEquals(expected.objects(), labels.objects());
	}
}
