package io.github.mcdunet.imagej.tiff;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;

import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.file.ImageFiles;
import io.github.mcdunet.imagej.file.ImageHeader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** TIFF files of all kinds, written value by value, are read with those values. */
public class TiffFileTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path file(final String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	/** Differs from pixel to pixel; 16 bits hold it exactly where they are to. */
	private static double value(final WrittenTiff tiff, final int page, final int s, final int x,
		final int y) {
		final int n = 7 * x + 31 * y + 101 * s + 13 * page;
		if (tiff.format == 3) return (n % 512 - 200) / 4.0;
		final int depth = Math.min(tiff.bits, 22);
		final long all = 1L << depth, wrapped = n * (all > 4096 ? 97L : 1) % all;
		return tiff.format == 2 ? wrapped - all / 2 : wrapped;
	}

	private void check(final String name, final WrittenTiff tiff, final int channels)
		throws IOException {
		final Path file = tiff.write(file("x.tif"), (page, s, x, y) -> value(tiff, page, s, x, y));
		final ImagePlus image = ImageFiles.open(file);
		final int found = ImageStacks.isRgb(image) ? 3 : image.getNChannels();
		assertEquals(name, channels, found);
		assertEquals(name, tiff.pages, ImageStacks.count(image));
		assertEquals(name, tiff.width, image.getWidth());
		assertEquals(name, tiff.height, image.getHeight());
		for (int page = 0; page < tiff.pages; page++) {
			final float[] pixels = ImageStacks.pixels(image, page);
			for (int i = 0; i < pixels.length; i++) {
				final int p = i % (tiff.width * tiff.height);
				final double meant = value(tiff, page, i / (tiff.width * tiff.height),
					p % tiff.width, p / tiff.width);
				assertEquals(name + ", page " + page + ", number " + i, meant, pixels[i], 0);
			}
		}
		final ImageHeader header = ImageHeader.read(file).get();
		assertEquals(name, image.getStackSize(), header.planes());
		assertEquals(name, image.getNChannels(), header.channels());
	}

	/** All types of numbers, by compression, predictor, byte order, strips and tiles, and size. */
	@Test
	public void everyTypeOfNumber() throws IOException {
		int files = 0;
		for (final int format : new int[]{ 1, 2, 3 })
			for (final int bits : new int[]{ 2, 4, 6, 8, 10, 12, 14, 16, 24, 32, 64 })
				for (final int compression : new int[]{ 1, 5, 8, 32773 })
					for (int predictor = 1; predictor <= 3; predictor++)
						for (int k = 0; k < 5; k++) {
							final boolean whole = bits == 8 || bits == 16 || bits == 32
								|| bits == 64;
							if (format == 3 && (!whole || bits == 8) || format == 2 && !whole
								|| predictor > 1 && (!whole || compression != 5 && compression != 8)
								|| predictor == 3 && format != 3) continue;
							final WrittenTiff tiff = new WrittenTiff();
							tiff.format = format;
							tiff.bits = bits;
							tiff.compression = compression;
							tiff.predictor = predictor;
							tiff.tiled = k == 1 || k == 4;
							tiff.big = k >= 3;
							tiff.order = k == 2 || k == 4 ? ByteOrder.BIG_ENDIAN
								: ByteOrder.LITTLE_ENDIAN;
							check(format + "/" + bits + " bits, compression " + compression
								+ ", predictor " + predictor + ", way " + k, tiff, 1);
							files++;
						}
		assertTrue(files + " files", files > 400);
	}

	/** Several numbers per pixel, side by side or in planes of their own, and several pages. */
	@Test
	public void severalChannels() throws IOException {
		for (final int samples : new int[]{ 2, 3, 4, 5 })
			for (final int photometric : new int[]{ 1, 2 })
				for (final int[] type : new int[][]{ { 1, 8 }, { 1, 16 }, { 2, 16 }, { 3, 32 } })
					for (int k = 0; k < 8; k++) {
						if (photometric == 2 && samples < 3) continue;
						final WrittenTiff tiff = new WrittenTiff();
						tiff.samples = samples;
						tiff.photometric = photometric;
						tiff.format = type[0];
						tiff.bits = type[1];
						tiff.planar = k % 2 == 1;
						tiff.tiled = k / 2 % 2 == 1;
						tiff.pages = k < 4 ? 1 : 3;
						tiff.compression = k < 4 ? 8 : 5;
						tiff.predictor = k % 3 == 0 && tiff.format < 3 ? 2 : 1;
						// NB: of four 8-bit samples without a word, the fourth is transparency
						final boolean alpha = photometric == 2 && samples == 4 && tiff.bits == 8;
						check(samples + " samples of " + tiff.bits + " bits, photometric "
							+ photometric + ", way " + k, tiff, alpha ? 3 : samples);
					}
	}

	@Test
	public void transparencyIsNoChannel() throws IOException {
		for (final int bits : new int[]{ 8, 16 })
			for (final int samples : new int[]{ 2, 4 }) {
				final WrittenTiff tiff = new WrittenTiff();
				tiff.bits = bits;
				tiff.samples = samples;
				tiff.photometric = samples == 2 ? 1 : 2;
				tiff.extraSamples = new long[]{ 2 };
				check(samples + " x " + bits, tiff, samples - 1);
			}
	}

	/** Of numbers in which white is 0, the largest is shown black. */
	@Test
	public void whiteIsZero() throws IOException {
		for (final int bits : new int[]{ 1, 4, 8, 16 }) {
			final WrittenTiff tiff = new WrittenTiff();
			tiff.bits = bits;
			tiff.photometric = 0;
			final ImagePlus image = ImageFiles
				.open(tiff.write(file("w.tif"), (p, s, x, y) -> (x + y) % 2));
			final int white = bits == 1 ? 255 : (1 << bits) - 1, dark = bits == 1 ? 0 : white - 1;
			assertEquals(white, image.getProcessor().getf(0, 0), 0);
			assertEquals(dark, image.getProcessor().getf(1, 0), 0);
		}
	}

	@Test
	public void aPaletteIsWhatItShows() throws IOException {
		for (final int bits : new int[]{ 1, 4, 8 })
			for (final boolean gray : new boolean[]{ true, false }) {
				final int n = 1 << bits;
				final WrittenTiff tiff = new WrittenTiff();
				tiff.bits = bits;
				tiff.photometric = 3;
				tiff.palette = new long[3 * n];
				for (int i = 0; i < n; i++)
					for (int c = 0; c < 3; c++)
						tiff.palette[c * n + i] = (200 - i / 2 - (gray ? 0 : 20 * c)) * 257;
				final ImagePlus image = ImageFiles
					.open(tiff.write(file("p.tif"), (p, s, x, y) -> (x + 2 * y) % n));
				final float[] pixels = ImageStacks.pixels(image, 0);
				final int area = tiff.width * tiff.height;
				assertEquals(gray ? area : 3 * area, pixels.length);
				for (int i = 0; i < pixels.length; i++) {
					final int p = i % area, index = (p % tiff.width + 2 * (p / tiff.width)) % n;
					assertEquals(200 - index / 2 - (gray ? 0 : 20 * (i / area)), pixels[i], 0);
				}
			}
	}

	/** 2 channels, 3 slices, 2 frames; each page's number tells what it should be. */
	@Test
	public void pagesOfAnOmeTiffAreArranged() throws IOException {
		for (final String order : List.of("CZT", "CTZ", "ZCT", "ZTC", "TCZ", "TZC")) {
			final int[] sizes = new int[3];
			for (int i = 0; i < 3; i++)
				sizes[i] = order.charAt(i) == 'Z' ? 3 : 2;
			final WrittenTiff tiff = new WrittenTiff();
			tiff.pages = 12;
			tiff.description = "<?xml version=\"1.0\"?><OME><Image ID=\"Image:0\"><Pixels "
				+ "DimensionOrder=\"XY" + order + "\" SizeC=\"2\" SizeT=\"2\" SizeX=\"21\" "
				+ "SizeY=\"17\" SizeZ=\"3\" Type=\"uint8\" PhysicalSizeX=\"0.5\"><TiffData/>"
				+ "</Pixels></Image></OME>";
			final ImagePlus image = ImageFiles
				.open(tiff.write(file("o.ome.tif"), (page, s, x, y) -> {
					final int[] at = { page % sizes[0], page / sizes[0] % sizes[1],
						page / sizes[0] / sizes[1] };
					return 100 * at[order.indexOf('C')] + 10 * at[order.indexOf('Z')]
						+ at[order.indexOf('T')];
				}));
			assertEquals(2, image.getNChannels());
			assertEquals(3, image.getNSlices());
			assertEquals(2, image.getNFrames());
			assertEquals(0.5, image.getCalibration().pixelWidth, 0);
			for (int i = 0; i < 6; i++) {
				final float[] pixels = ImageStacks.pixels(image, i);
				for (int c = 0; c < 2; c++)
					assertEquals(order, 100 * c + 10 * (i % 3) + i / 3,
						pixels[c * pixels.length / 2], 0);
			}
		}
	}

	/** A file may place its pages one by one. */
	@Test
	public void pagesOfAnOmeTiffThatAreInNoOrder() throws IOException {
		final WrittenTiff tiff = new WrittenTiff();
		tiff.pages = 2;
		tiff.description = "<OME><Image><Pixels DimensionOrder=\"XYCZT\" SizeC=\"2\" SizeZ=\"1\" "
			+ "SizeT=\"1\"><TiffData IFD=\"0\" FirstC=\"1\"/><TiffData IFD=\"1\" FirstC=\"0\"/>"
			+ "</Pixels></Image></OME>";
		final ImagePlus image = ImageFiles.open(tiff.write(file("o.tif"), (page, s, x, y) -> page));
		assertEquals(2, image.getNChannels());
		assertEquals(1, image.getStack().getProcessor(1).get(0));
		assertEquals(0, image.getStack().getProcessor(2).get(0));
	}

	@Test
	public void whatImageJReadsRightItReads() throws IOException {
		final WrittenTiff tiff = new WrittenTiff();
		assertTrue(TiffFile.read(tiff.write(file("a.tif"), (p, s, x, y) -> x)).get().isPlain(true));
		tiff.format = 2;
		assertFalse(
			TiffFile.read(tiff.write(file("a.tif"), (p, s, x, y) -> x)).get().isPlain(true));
	}
}
