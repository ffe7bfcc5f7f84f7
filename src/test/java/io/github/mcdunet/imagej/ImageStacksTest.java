package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.ImageSeries;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Test;

public class ImageStacksTest {

	/** Value = 100 t + 10 z + c in every pixel, counted from 1, plus the pixel's number / 100. */
	private static ImagePlus grid(final int c, final int z, final int t) {
		final ImageStack stack = new ImageStack(3, 2);
		for (int k = 1; k <= t; k++)
			for (int j = 1; j <= z; j++)
				for (int i = 1; i <= c; i++) {
					final float[] plane = new float[6];
					for (int p = 0; p < 6; p++)
						plane[p] = 100 * k + 10 * j + i + p / 100f;
					stack.addSlice(null, plane);
				}
		final ImagePlus image = new ImagePlus("grid.tif", stack);
		image.setDimensions(c, z, t);
		return image;
	}

	@Test
	public void samplesAreSlicesOfFramesWithAllTheirChannels() {
		final ImageSeries s = ImageStacks.series(grid(2, 3, 4));
		assertEquals(12, s.size());
		assertEquals(2, s.channels());
		assertEquals("grid.tif slice 2 frame 3", s.name(7));
		assertEquals(321.05f, s.image(7).getAt(2, 1, 0).get(), 1e-4);
		assertEquals(322.00f, s.image(7).getAt(0, 0, 1).get(), 1e-4);
		assertEquals("grid.tif", ImageStacks.series(grid(2, 1, 1)).name(0));
	}

	@Test
	public void labelsNameTheSamplesAndStayDifferent() {
		final ImagePlus image = grid(1, 3, 1);
		image.getStack().setSliceLabel("A01\nmore", 1);
		image.getStack().setSliceLabel("A01", 2);
		assertEquals(List.of("A01", "A01 (2)", "grid.tif slice 3"), ImageStacks.names(image));
	}

	@Test
	public void everyBitDepthIsRead() {
		final ImagePlus rgb = new ImagePlus("rgb",
			new ColorProcessor(1, 2, new int[]{ 0x010203, 0xff00fe }));
		assertArrayEquals(new float[]{ 1, 255, 2, 0, 3, 254 }, ImageStacks.pixels(rgb, 0), 0);
		assertEquals(List.of("red", "green", "blue"), ImageStacks.channelNames(rgb));
		final ImagePlus sixteen = new ImagePlus("16",
			new ShortProcessor(1, 2, new short[]{ (short) 65535, 7 }, null));
		assertArrayEquals(new float[]{ 65535, 7 }, ImageStacks.pixels(sixteen, 0), 0);
		sixteen.getCalibration().setSigned16BitCalibration();
		assertArrayEquals(new float[]{ 32767, 7 - 32768 }, ImageStacks.pixels(sixteen, 0), 0);
		final ImagePlus eight = IJ.createImage("8", "8-bit ramp", 256, 1, 1);
		assertEquals(200, ImageStacks.pixels(eight, 0)[200], 0);
	}

	@Test
	public void pixelSizeIsTheCalibrations() {
		final ImagePlus image = new ImagePlus("x", new FloatProcessor(2, 2));
		assertEquals("pixel", ImageStacks.pixelSize(image).unit());
		image.getCalibration().setUnit("micron");
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.25;
		assertEquals("0.5 x 0.25 micron", ImageStacks.pixelSize(image).toString());
	}

	@Test
	public void anImageWithoutPixelsGetsASentence() {
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> ImageStacks.series(new ImagePlus()));
		assertTrue(e.getMessage(), e.getMessage().contains("no open image"));
	}

	@Test
	public void datasetsSurviveTheRoundTrip() {
		final ImagePlus images = grid(2, 1, 3), masks = grid(1, 1, 3);
		for (int i = 1; i <= 3; i++)
			for (int p = 0; p < 6; p++)
				masks.getStack().getProcessor(i).setf(p, p == i ? 1 : 0);
		final io.github.mcdunet.dataset.Dataset data = Datasets.of(images, masks);
		final io.github.mcdunet.dataset.Dataset again = Datasets.of(Datasets.images(data, "a"),
			Datasets.masks(data, "b"));
		assertEquals(3, again.size());
		for (int i = 0; i < 3; i++) {
			assertEquals(data.get(i).name(), again.get(i).name());
			assertArrayEquals(data.get(i).pixels(), again.get(i).pixels(), 0);
			assertArrayEquals(data.get(i).labels().classes(), again.get(i).labels().classes());
			assertEquals(1, again.get(i).labels().classes()[i + 1]);
			assertEquals(1, again.get(i).foreground());
		}
	}

	/** A stack that makes its planes when asked, as a virtual stack reads its files. */
	private static final class CountingStack extends VirtualStack {

		private final List<Integer> read = new ArrayList<>();

		CountingStack() {
			super(3, 2, 8);
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			read.add(n);
			return new ShortProcessor(3, 2, new short[]{ (short) n, 1, 2, 3, 4, (short) 60000 },
				null);
		}
	}

	@Test
	public void aVirtualStackIsReadSampleBySample() {
		final CountingStack stack = new CountingStack();
		final ImagePlus image = new ImagePlus("virtual", stack);
		image.setDimensions(2, 1, 4);
		final ImageSeries series = ImageStacks.series(image);
		stack.read.clear();
		final RandomAccessibleInterval<FloatType> third = series.image(2);
		assertEquals(5, third.getAt(0, 0, 0).get(), 0);
		assertEquals(6, third.getAt(0, 0, 1).get(), 0);
		assertEquals(60000, third.getAt(2, 1, 1).get(), 0);
		assertEquals(List.of(5, 6), stack.read);
	}
}
