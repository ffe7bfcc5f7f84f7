package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class LabelStacksTest {

	private final List<String> notes = new ArrayList<>();

	/** One row of pixels per image. */
	private static ImagePlus stack(final ImageProcessor kind, final float[]... rows) {
		final ImageStack stack = new ImageStack(rows[0].length, 1);
		for (final float[] row : rows) {
			final ImageProcessor plane = kind.createProcessor(row.length, 1);
			for (int x = 0; x < row.length; x++)
				plane.setf(x, 0, row[x]);
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("s", stack);
		image.setDimensions(1, 1, rows.length);
		return image;
	}

	private static ImagePlus floats(final float[]... rows) {
		return stack(new FloatProcessor(1, 1), rows);
	}

	private static void assertRefused(final ThrowingRunnable reading, final String... parts) {
		TruthMasksTest.assertSentence(reading, parts);
	}

	/** Numbers may have gaps, and come in any order. */
	@Test
	public void eachNumberIsAnObject() {
		for (final ImageProcessor kind : new ImageProcessor[]{ new ByteProcessor(1, 1),
			new ShortProcessor(1, 1), new FloatProcessor(1, 1) }) {
			final List<Labels> all = LabelStacks.objects(
				stack(kind, new float[]{ 0, 200, 200, 3 }, new float[]{ 3, 0, 200, 0 }),
				notes::add);
			assertArrayEquals(new int[]{ 0, 1, 1, 2 }, all.get(0).objects());
			assertArrayEquals(new byte[]{ 0, 1, 1, 1 }, all.get(0).classes());
			assertArrayEquals(new int[]{ 1, 0, 2, 0 }, all.get(1).objects());
			assertEquals(2, all.get(0).objectCount());
		}
		assertEquals(
			"Labels: each number is an object, 0 = background; 4 objects in 2 images, 2 in the first.",
			notes.get(0));
	}

	@Test
	public void notANumberIsBackground() {
		assertArrayEquals(new int[]{ 0, 1, 2 },
			LabelStacks.objects(floats(new float[]{ Float.NaN, 70_001, 70_002 }), notes::add).get(0)
				.objects());
	}

	/** Signed 16-bit files are stored with 32768 added. */
	@Test
	public void signedNumbersAreReadWithTheirSign() {
		final ImagePlus signed = stack(new ShortProcessor(1, 1),
			new float[]{ 32768, 32769, 32775, 32769 });
		signed.getCalibration().setSigned16BitCalibration();
		assertArrayEquals(new int[]{ 0, 1, 2, 1 },
			LabelStacks.objects(signed, notes::add).get(0).objects());
		signed.getProcessor().setf(2, 0, 32767);
		assertRefused(() -> LabelStacks.objects(signed, notes::add), "'s'", "-1.0", "(2, 0)");
		final ImagePlus scaled = stack(new ShortProcessor(1, 1), new float[]{ 0, 1 });
		scaled.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[]{ 0, 0.5 }, "");
		assertRefused(() -> LabelStacks.objects(scaled, notes::add), "0.5");
	}

	@Test
	public void whatIsNoNumberOfAnObjectIsRefused() {
		assertRefused(() -> LabelStacks.objects(floats(new float[]{ 0, 1 }, new float[]{ 1.5f, 1 }),
			notes::add), "'s frame 2' has the value 1.5 at (0, 0)", "whole numbers");
		assertRefused(() -> LabelStacks.objects(floats(new float[]{ -2, 1 }), notes::add), "-2.0");
		assertRefused(
			() -> LabelStacks.objects(floats(new float[]{ Float.POSITIVE_INFINITY }), notes::add),
			"Infinity");
		assertRefused(
			() -> LabelStacks.objects(new ImagePlus("rgb", new ColorProcessor(2, 2)), notes::add),
			"'rgb' has colours", "Mask stack");
		assertRefused(
			() -> LabelStacks.objects(IJ.createHyperStack("two", 4, 4, 2, 1, 1, 8), notes::add),
			"2 channels");
	}

	@Test
	public void eachNumberIsAClass() {
		final LabeledClasses read = LabelStacks.classes(
			floats(new float[]{ 0, 2, 2, Float.NaN }, new float[]{ 3, 1, 0, 0 }), false,
			notes::add);
		assertArrayEquals(new byte[]{ 0, 2, 2, 0 }, read.labels().get(0).classes());
		assertEquals(List.of("background", "class 1", "class 2", "class 3"),
			read.classes().stream().map(LabelClass::name).toList());
		assertEquals(List.of(
			"Classes: 0 = background (50 %), 1 = class 1 (13 %), 2 = class 2 (25 %), 3 = class 3 (13 %)."),
			notes);
	}

	/** Where 0 is not marked, background is a class like the others. */
	@Test
	public void marksOfSomePixels() {
		final LabeledClasses read = LabelStacks
			.classes(floats(new float[]{ 0, 1, 3, 0, 2, 0, 0, 0 }), true, notes::add);
		assertArrayEquals(new byte[]{ -1, 0, 2, -1, 1, -1, -1, -1 },
			read.labels().get(0).classes());
		assertEquals(3, read.classes().size());
		assertEquals("background", read.classes().get(0).name());
		assertEquals(
			"Classes: 0 = not marked, 1 = background (33 %), 2 = class 1 (33 %), 3 = class 2 (33 %).",
			notes.get(0));
	}

	@Test
	public void badClassesGetASentence() {
		assertRefused(() -> classes(false, 0, 1, 3), "'s' has pixels of the class value 3",
			"none of 2", "without a gap");
		assertRefused(() -> classes(false, 1, 2, 2), "none of 0 (background)");
		assertRefused(() -> classes(true, 0, 2, 3), "none of 1 (background)");
		assertRefused(() -> classes(false, 0, 64), "class value 64", "At most 64", "Label stack");
		assertRefused(() -> classes(true, 0, 65), "class value 65", "At most 64");
		assertRefused(() -> classes(false, 0, 0), "nothing but background (0)");
		assertRefused(() -> classes(true, 0, 1), "nothing but background (1)");
		assertRefused(() -> classes(true, 0, 0), "nothing but unmarked pixels (0)");
		assertRefused(() -> classes(false, 0, 0.5f), "0.5", "whole numbers");
	}

	private LabeledClasses classes(final boolean sparse, final float... row) {
		return LabelStacks.classes(floats(row), sparse, notes::add);
	}

	/** What is compared need not show every class. */
	@Test
	public void someClassesMayBeMissingWhereNothingIsLearnt() {
		assertArrayEquals(new byte[]{ 0, 3 },
			LabelStacks.anyClasses(floats(new float[]{ 0, 3 }), false).get(0).classes());
		assertArrayEquals(new byte[]{ -1, 2 },
			LabelStacks.anyClasses(floats(new float[]{ 0, 3 }), true).get(0).classes());
	}

	@Test
	public void sizesAndNumbersMustFit() {
		final ImagePlus images = IJ.createImage("cells", "8-bit ramp", 4, 1, 2);
		for (final Truth.Kind kind : List.of(Truth.Kind.OBJECTS, Truth.Kind.CLASSES)) {
			assertRefused(() -> data(images, kind, false, floats(new float[]{ 0, 1, 1, 0 })),
				"'cells' has 2 images, but 's' has 1 mask");
			assertRefused(
				() -> data(images, kind, false, floats(new float[]{ 0, 1 }, new float[]{ 0, 1 })),
				"4 x 1", "2 x 1");
		}
		assertRefused(
			() -> data(images, Truth.Kind.OBJECTS, true,
				floats(new float[]{ 0, 1, 1, 0 }, new float[]{ 0, 1, 1, 0 })),
			"Class stack", "ROIs in groups");
	}

	private Dataset data(final ImagePlus images, final Truth.Kind kind, final boolean sparse,
		final ImagePlus stack) {
		return Datasets.of(images, new Truth(kind, sparse), stack, null, notes::add);
	}

	@Test
	public void aDatasetKnowsObjectsClassesAndWhatIsNotMarked() {
		final ImagePlus images = IJ.createImage("cells", "8-bit ramp", 4, 1, 2);
		final Dataset objects = data(images, Truth.Kind.OBJECTS, false,
			floats(new float[]{ 0, 7, 9, 9 }, new float[]{ 0, 0, 1, 1 }));
		assertEquals(LabelClass.OF_MASKS, objects.classes());
		assertArrayEquals(new int[]{ 0, 1, 2, 2 }, objects.get(0).labels().objects());
		final Dataset sparse = data(images, Truth.Kind.CLASSES, true,
			floats(new float[]{ 0, 0, 0, 0 }, new float[]{ 1, 2, 3, 0 }));
		assertEquals(3, sparse.classes().size());
		assertEquals(List.of(1), sparse.marked());
		assertEquals("Nothing is marked in 1 of 2 images; they are not used.",
			notes.get(notes.size() - 1));
	}
}
