package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public class TruthMasksTest {

	private static void assertMask(final ImagePlus masks, final int... expected) {
		final byte[] mask = TruthMasks.read(masks).get(0).classes();
		for (int i = 0; i < expected.length; i++)
			assertEquals("pixel " + i, expected[i], mask[i]);
	}

	@Test
	public void whatIsForeground() {
		final ImagePlus inverted = new ImagePlus("8",
			new ByteProcessor(2, 2, new byte[]{ 0, 1, 127, (byte) 255 }));
		inverted.getProcessor().invertLut();
		assertMask(inverted, 0, 1, 1, 1);
		assertMask(
			new ImagePlus("labels", new ShortProcessor(2, 2, new short[]{ 0, 1, 2, 3000 }, null)),
			0, 1, 1, 1);
		assertMask(new ImagePlus("32", new FloatProcessor(2, 2, new float[]{ 0, 0.49f, 0.5f, 1 })),
			0, 0, 1, 1);
		assertMask(
			new ImagePlus("32-bit labels", new FloatProcessor(2, 2, new float[]{ 0, 1, 2, 300 })),
			0, 1, 1, 1);
		assertMask(new ImagePlus("empty", new FloatProcessor(2, 2)), 0, 0, 0, 0);
		assertMask(
			new ImagePlus("rgb", new ColorProcessor(2, 1, new int[]{ 0xff000000, 0xffffffff })), 0,
			1);
	}

	@Test
	public void masksThatDoNotFitGetASentence() {
		final ImagePlus images = IJ.createHyperStack("worms", 10, 8, 2, 1, 5, 16);
		assertSentence(
			() -> TruthMasks.fromStack(IJ.createImage("four", "8-bit", 10, 8, 4), images),
			"'worms' has 5 images", "'four' has 4 masks");
		assertSentence(
			() -> TruthMasks.fromStack(IJ.createImage("small", "8-bit", 10, 7, 5), images),
			"10 x 8", "10 x 7", "small");
		assertSentence(
			() -> TruthMasks.fromStack(IJ.createHyperStack("two", 10, 8, 2, 1, 5, 8), images),
			"2 channels");
		assertEquals(5,
			TruthMasks.fromStack(IJ.createImage("fits", "8-bit black", 10, 8, 5), images).size());
	}

	@Test
	public void roisCountOnTheirSlices() {
		final ImagePlus images = IJ.createImage("plain", "8-bit", 20, 10, 3);
		final Roi second = new Roi(2, 3, 4, 5), everywhere = new OvalRoi(10, 0, 6, 6),
			outside = new Roi(18, 8, 10, 10);
		second.setPosition(2);
		outside.setPosition(1);
		final List<Labels> masks = TruthMasks.fromRois(images,
			new Roi[]{ second, everywhere, outside });
		final int oval = everywhere.getMask().getHistogram()[255];
		assertEquals(oval + 4, count(masks.get(0).classes()));
		assertEquals(oval + 20, count(masks.get(1).classes()));
		assertEquals(oval, count(masks.get(2).classes()));
		assertEquals(1, masks.get(1).classes()[3 * 20 + 2]);
		assertEquals(0, masks.get(1).classes()[2 * 20 + 2]);
	}

	@Test
	public void overlaysOfHyperstacksToo() {
		final ImagePlus images = IJ.createHyperStack("hyper", 20, 10, 2, 3, 4, 8);
		final Roi roi = new Roi(0, 0, 2, 2), plain = new Roi(5, 5, 3, 1);
		roi.setPosition(0, 2, 3);
		plain.setPosition(images.getStackIndex(2, 1, 4));
		images.setOverlay(new Overlay(roi));
		images.getOverlay().add(plain);
		final List<Labels> masks = TruthMasks.fromOverlay(images);
		for (int i = 0; i < 12; i++)
			assertEquals(i == 2 * 3 + 1 ? 4 : i == 3 * 3 ? 3 : 0, count(masks.get(i).classes()));
	}

	@Test
	public void annotationsAreNoObjects() {
		final ImagePlus images = IJ.createImage("plain", "8-bit", 64, 64, 2);
		final Overlay overlay = new Overlay();
		images.setOverlay(overlay);
		overlay.add(new TextRoi(20, 40, "10 um"));
		overlay.add(new Roi(2, 60, 20, 3), "|SB|");
		overlay.add(new Roi(40, 2, 10, 60), "|CB|");
		overlay.add(new ImageRoi(5, 5, new ByteProcessor(9, 9)));
		overlay.add(new PointRoi(30, 30));
		overlay.add(new Arrow(1, 1, 20, 20));
		overlay.add(new Roi(1, 1, 5, 5), "legend");
		assertSentence(() -> TruthMasks.fromOverlay(images), "no outline of an object",
			"1 x scale bar");
		overlay.add(new Roi(10, 10, 3, 4));
		final List<String> notes = new ArrayList<>();
		for (final Labels mask : TruthMasks.fromOverlay(images, notes::add))
			assertEquals(12, count(mask.classes()));
		assertEquals(List.of("Masks: inside of an outline = object; 1 outline."
			+ " No objects, and left out: 1 x text, 1 x scale bar, 1 x calibration bar,"
			+ " 1 x picture, 1 x point, 1 x arrow, 1 x legend."), notes);
	}

	@Test
	public void badRoisGetASentence() {
		final ImagePlus images = IJ.createImage("plain", "8-bit", 20, 10, 3);
		assertSentence(() -> TruthMasks.fromOverlay(images), "plain", "no overlay");
		assertSentence(() -> TruthMasks.fromRois(images, new Roi[0]), "no ROI");
		final Roi line = new Line(0, 0, 5, 5);
		line.setName("my line");
		assertSentence(() -> TruthMasks.fromRois(images, new Roi[]{ line }), "my line", "no area");
	}

	@Test
	public void masksAreNotTakenFromColours() {
		final byte[] all = TruthMasks.read(IJ.createImage("white", "8-bit white", 2, 2, 1)).get(0)
			.classes();
		assertArrayEquals(new byte[]{ 1, 1, 1, 1 }, all);
	}

	private static int count(final byte[] mask) {
		int n = 0;
		for (final byte m : mask)
			n += m;
		return n;
	}

	static void assertSentence(final org.junit.function.ThrowingRunnable action,
		final String... words) {
		final String message = assertThrows(McdUnetException.class, action).getMessage();
		for (final String word : words)
			assertTrue(message, message.contains(word));
	}
}
