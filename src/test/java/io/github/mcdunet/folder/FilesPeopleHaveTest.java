package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.imagej.GrayRgb;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.TruthMasks;
import io.github.mcdunet.imagej.file.ImageFiles;
import io.github.mcdunet.imagej.file.MaskFiles;
import io.github.mcdunet.imagej.tiff.WrittenTiff;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files that people really have are read as they are meant, or refused with what they are. */
public class FilesPeopleHaveTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path folder() {
		return temporary.getRoot().toPath();
	}

	private Path copy(final String resource, final String name) throws IOException {
		final Path file = folder().resolve(name);
		try (InputStream in = ImageFiles.class.getResourceAsStream(resource)) {
			Files.copy(in, file);
		}
		return file;
	}

	private void write(final String name, final ImageProcessor pixels) throws IOException {
		final Path file = folder().resolve(name);
		Files.createDirectories(file.getParent());
		new FileSaver(new ImagePlus("x", pixels)).saveAsTiff(file.toString());
	}

	private String refusal(final Path file) {
		return assertThrows(McdUnetException.class, () -> ImageFiles.open(file)).getMessage();
	}

	/** The bytes, read as signed numbers of 16 bits, are -770 to 630, as File > Open says. */
	@Test
	public void signedNumbersStayNegative() throws IOException {
		copy("signed-16-bit.tif", "a_image.tif");
		final ImagePlus images = new FolderImport(FilePattern.parse("*_image.tif"))
			.run(folder(), Progress.NONE).images();
		assertEquals(32, images.getBitDepth());
		final ImageProcessor p = images.getProcessor();
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < p.getPixelCount(); i++) {
			low = Math.min(low, p.getf(i));
			high = Math.max(high, p.getf(i));
		}
		assertEquals(-770, low, 0);
		assertEquals(630, high, 0);
	}

	/** As tifffile and libtiff write floats; ImageJ makes -3e38 to 3e38 of them. */
	@Test
	public void aFloatingPointPredictorIsUndone() throws IOException {
		final ImageProcessor p = ImageFiles.open(copy("float-predictor.tif", "c.tif"))
			.getProcessor();
		double sum = 0, low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < p.getPixelCount(); i++) {
			sum += p.getf(i);
			low = Math.min(low, p.getf(i));
			high = Math.max(high, p.getf(i));
		}
		assertEquals(479419.464, sum, 1e-3);
		assertEquals(72.03078, low, 1e-5);
		assertEquals(213.15652, high, 1e-5);
		assertEquals(107.48792, p.getf(100), 1e-5);
	}

	@Test
	public void pagesOfDifferentSizeAreRefusedWithTheirSizes() throws IOException {
		final String message = refusal(copy("two-sizes.tif", "p.tif"));
		assertTrue(message, message.contains("64 x 64 and 32 x 32"));
	}

	/** ImageJ would show a window and abort the macro. */
	@Test
	public void whatIsNoImageIsLeftOutAndNamed() throws IOException {
		write("good_image.tif", new ByteProcessor(8, 8));
		Files.writeString(folder().resolve("text_image.tif"), "this is no image");
		Files.writeString(folder().resolve("table_image.xyz"), "neither is this");
		final boolean redirected = IJ.redirectingErrorMessages();
		final ImportedStacks stacks = new FolderImport(FilePattern.parse("*_image.*")).run(folder(),
			Progress.NONE);
		assertEquals(1, stacks.images().getStackSize());
		assertTrue(stacks.report(), stacks.report().contains("'text' was left out"));
		assertTrue(stacks.report(), stacks.report().contains("'table' was left out"));
		assertEquals(redirected, IJ.redirectingErrorMessages());
	}

	@Test
	public void anImageIsNotItsOwnMask() throws IOException {
		write("images/c0.tif", new ByteProcessor(8, 8));
		write("masks/c0.tif", new ByteProcessor(8, 8));
		final FilePattern all = FilePattern.parse("*.tif");
		final String message = assertThrows(McdUnetException.class,
			() -> new FolderImport(all).masks(all).run(folder(), Progress.NONE)).getMessage();
		assertTrue(message, message.contains("is both image and mask"));
		assertEquals(1, new FolderImport(all).masks(all).masksFolder(folder().resolve("masks"))
			.run(folder().resolve("images"), Progress.NONE).images().getStackSize());
	}

	/** An e with an accent as one character in one name, as two in the other. */
	@Test
	public void accentsAreTheSameHoweverTheyAreWritten() throws IOException {
		write("caf\u00e9_image.tif", new ByteProcessor(8, 8));
		write("cafe\u0301_mask.tif", new ByteProcessor(8, 8));
		final ImportedStacks stacks = new FolderImport(FilePattern.parse("*_image.tif"))
			.masks(FilePattern.parse("*_mask.tif")).run(folder(), Progress.NONE);
		assertEquals(1, stacks.images().getStackSize());
		assertFalse(stacks.report(), stacks.report().contains("left out"));
	}

	private static ColorProcessor color(final int red, final int green) {
		final ColorProcessor color = new ColorProcessor(8, 8);
		for (int p = 0; p < 64; p++)
			color.set(p, (red * p & 0xff) << 16 | (green * p & 0xff) << 8 | red * p & 0xff);
		return color;
	}

	private static ByteProcessor ramp() {
		final ByteProcessor ramp = new ByteProcessor(8, 8);
		for (int p = 0; p < 64; p++)
			ramp.set(p, 3 * p);
		return ramp;
	}

	@Test
	public void greyAndRgbThatIsGreyAreOneChannel() throws IOException {
		write("a.tif", color(3, 3));
		write("b.tif", ramp());
		write("c.tif", color(3, 3));
		final ImportedStacks stacks = new FolderImport(FilePattern.parse("*.tif")).run(folder(),
			Progress.NONE);
		assertEquals(1, stacks.images().getNChannels());
		assertEquals(3, stacks.images().getStackSize());
		for (int i = 1; i <= 3; i++)
			for (int p = 0; p < 64; p++)
				assertEquals(3 * p, stacks.images().getStack().getProcessor(i).get(p));
		assertTrue(stacks.report(), stacks.report().contains("2 images are RGB with red = green"));
	}

	/** Whichever comes first. */
	@Test
	public void greyAmongColouredImagesHasThreeEqualChannels() throws IOException {
		write("a.tif", ramp());
		write("b.tif", color(3, 2));
		final ImportedStacks stacks = new FolderImport(FilePattern.parse("*.tif")).run(folder(),
			Progress.NONE);
		assertEquals(3, stacks.images().getNChannels());
		assertEquals(2, stacks.images().getNFrames());
		for (int c = 1; c <= 3; c++)
			for (int p = 0; p < 64; p++) {
				assertEquals(3 * p, stacks.images().getStack().getProcessor(c).get(p));
				assertEquals((c == 2 ? 2 : 3) * p,
					stacks.images().getStack().getProcessor(3 + c).get(p));
			}
		assertTrue(stacks.report(), stacks.report().contains("1 image is grey among coloured"));
	}

	@Test
	public void rgbThatIsGreyFitsAModelOfOneChannelAndTheOtherWayRound() {
		final List<String> notes = new ArrayList<>();
		final ImagePlus one = GrayRgb.fitted(new ImagePlus("rgb", color(3, 3)),
			List.of("Channel 1"), notes::add);
		assertEquals(8, one.getBitDepth());
		assertEquals(9, one.getProcessor().get(3));
		final ImagePlus three = GrayRgb.fitted(new ImagePlus("grey", ramp()),
			List.of("red", "green", "blue"), notes::add);
		assertEquals(0x090909, three.getProcessor().get(3) & 0xffffff);
		assertEquals(2, notes.size());
		for (final ImagePlus other : List.of(new ImagePlus("c", color(3, 2)),
			new ImagePlus("g", ramp())))
			assertEquals(other, GrayRgb.fitted(other, List.of("Channel 1"), notes::add));
		assertEquals(2, notes.size());
	}

	/** The import joins all into one stack, where a name stands for one image. */
	@Test
	public void theSameNameInTwoSubfoldersIsSaid() throws IOException {
		write("plate1/a.tif", ramp());
		write("plate2/a.tif", ramp());
		final FilePattern all = FilePattern.parse("*.tif");
		final ImportedStacks stacks = new FolderImport(all).run(folder(), Progress.NONE);
		assertEquals(1, stacks.images().getStackSize());
		assertTrue(stacks.report(), stacks.report().contains("has the same image and channel"));
		assertEquals(List.of("plate1/a", "plate2/a"),
			new FolderImages(folder(), all).list().stream().map(FolderImage::key).toList());
	}

	private WrittenTiff signedBytes() {
		final WrittenTiff tiff = new WrittenTiff();
		tiff.format = 2;
		return tiff;
	}

	/** -10 to 10, which ImageJ shows as 246 to 255 and 0 to 10. */
	@Test
	public void signedBytesInAFolderAndInAnOpenImage() throws IOException {
		final Path file = signedBytes().write(folder().resolve("s.tif"), (page, s, x, y) -> x - 10);
		final ImagePlus images = new FolderImport(FilePattern.parse("*.tif"))
			.run(folder(), Progress.NONE).images();
		assertEquals(-10, images.getProcessor().getf(0, 0), 0);
		final ImagePlus open = IJ.openImage(file.toString());
		assertEquals(246, open.getProcessor().getf(0, 0), 0);
		final float[] meant = ImageStacks.pixels(ImageStacks.held(open), 0);
		for (int x = 0; x < 21; x++)
			assertEquals(x - 10, meant[x], 0);
		open.getProcessor().set(0, 0, 7);
		assertEquals("whoever changes the numbers means what is there", 247,
			ImageStacks.pixels(ImageStacks.held(open), 0)[1], 0);
	}

	@Test
	public void aPaletteInAnOpenImageIsWhatItShows() throws IOException {
		final byte[] ramp = new byte[256];
		for (int i = 0; i < 256; i++)
			ramp[i] = (byte) (255 - i);
		final BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED,
			new IndexColorModel(8, 256, ramp, ramp, ramp));
		image.getRaster().setSample(0, 0, 0, 5);
		final Path file = folder().resolve("p.png");
		ImageIO.write(image, "png", file.toFile());
		assertEquals(250, ImageFiles.open(file).getProcessor().get(0, 0));
		assertEquals(250, ImageStacks.pixels(ImageStacks.held(IJ.openImage(file.toString())), 0)[0],
			0);
	}

	private static BufferedImage grayWithAlpha(final int bits) {
		final int type = bits == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
		final ComponentColorModel model = new ComponentColorModel(
			ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT,
			type);
		final BufferedImage image = new BufferedImage(model,
			model.createCompatibleWritableRaster(8, 8), false, null);
		for (int p = 0; p < 64; p++) {
			image.getRaster().setSample(p % 8, p / 8, 0, bits == 16 ? 300 * p : 3 * p);
			image.getRaster().setSample(p % 8, p / 8, 1, (1 << bits) - 1);
		}
		return image;
	}

	/** ImageJ makes RGB of 8 bits of both, and other grey values. */
	@Test
	public void greyWithTransparencyIsGrey() throws IOException {
		for (final int bits : new int[]{ 8, 16 }) {
			final Path file = folder().resolve("ga.png");
			ImageIO.write(grayWithAlpha(bits), "png", file.toFile());
			for (final ImagePlus image : List.of(ImageFiles.open(file), MaskFiles.open(file))) {
				assertEquals(bits, image.getBitDepth());
				for (int p = 0; p < 64; p++)
					assertEquals(bits == 16 ? 300 * p : 3 * p, image.getProcessor().get(p));
			}
		}
	}

	/** Labels 1 to 3, transparent in the first column; or black everywhere, and opaque inside. */
	@Test
	public void whatIsTransparentInATiffMaskIsBackground() throws IOException {
		for (final int bits : new int[]{ 8, 16 }) {
			final WrittenTiff tiff = new WrittenTiff();
			tiff.bits = bits;
			tiff.samples = 2;
			tiff.extraSamples = new long[]{ 2 };
			final int full = (1 << bits) - 1;
			final ImageProcessor labels = MaskFiles.open(tiff.write(folder().resolve("l.tif"),
				(page, s, x, y) -> s == 0 ? 1 + y % 3 : x == 0 ? 0 : full)).getProcessor();
			final ImageProcessor black = MaskFiles.open(tiff.write(folder().resolve("b.tif"),
				(page, s, x, y) -> s == 0 ? 0 : x == 0 ? 0 : full)).getProcessor();
			for (int y = 0; y < 17; y++)
				for (int x = 0; x < 21; x++) {
					assertEquals(x == 0 ? 0 : 1 + y % 3, labels.getf(x, y), 0);
					assertEquals(x == 0 ? 0 : full, black.getf(x, y), 0);
				}
		}
	}

	/** A header may promise terabytes. */
	@Test
	public void netpbmFilesThatAreCutOffAreRefused() throws IOException {
		for (final String header : new String[]{ "P1 60 60\n", "P2 60 60 255\n", "P3 60 60 255\n",
			"P4 600 60\n", "P5 60 60 255\n", "P6 60 60 65535\n", "P5 999999 999999 255\n",
			"P4 2000000000 2000000000\n" }) {
			final Path file = folder().resolve("x.pgm");
			Files.writeString(file, header + "0 1 1 0 1 ".repeat(20));
			final String message = refusal(file);
			assertTrue(message, message.contains("'x.pgm' is cut off"));
		}
	}

	@Test
	public void netpbmFilesAreReadWhole() throws IOException {
		final Path file = folder().resolve("x.pbm");
		// 9 pixels a row: two bytes; 1 is black
		Files.write(file, new byte[]{ 'P', '4', '\n', '#', 'c', '\n', '9', ' ', '2', '\n',
			(byte) 0b10000000, 0, 0, (byte) 0b10000000 });
		final ImageProcessor bits = ImageFiles.open(file).getProcessor();
		for (int p = 0; p < 18; p++)
			assertEquals(p == 0 || p == 17 ? 0 : 255, bits.get(p));
		Files.writeString(file, "P2\n2 1\n1000\n7 999\n");
		final ImagePlus deep = ImageFiles.open(file);
		assertEquals(16, deep.getBitDepth());
		assertEquals(999, deep.getProcessor().get(1, 0));
		Files.write(file,
			new byte[]{ 'P', '5', ' ', '1', ' ', '1', ' ', '9', '9', '9', '\n', 1, 2 });
		assertEquals(258, ImageFiles.open(file).getProcessor().get(0, 0));
	}

	/** Labels 1 to 4, divided by 255 or by 4. */
	@Test
	public void labelsStoredAsFractionsAreRefused() {
		for (final float divisor : new float[]{ 255, 4 }) {
			final FloatProcessor labels = new FloatProcessor(20, 20);
			for (int k = 0; k < 4; k++)
				for (int p = 0; p < 9; p++)
					labels.setf(1 + 5 * k + p % 3, 1 + 5 * k + p / 3, (k + 1) / divisor);
			final String message = assertThrows(McdUnetException.class,
				() -> TruthMasks.read(new ImagePlus("labels", labels), line -> {
				})).getMessage();
			assertTrue(message, message.contains("are fractions") && message.contains("'labels'"));
		}
	}

	/** A blurred disc, and probabilities that are flat where they are small. */
	@Test
	public void probabilitiesAreNoLabels() {
		final FloatProcessor soft = new FloatProcessor(40, 40);
		for (int p = 0; p < 1600; p++) {
			final double r = Math.hypot(p % 40 - 20, p / 40 - 20);
			soft.setf(p, Math.round(255 / (1 + Math.exp(r - 9))) / 255f);
		}
		assertEquals(253, TruthMasks.read(new ImagePlus("soft", soft), line -> {
		}).get(0).foreground());
	}

	/** Java paints the rest grey, and ImageJ leaves pages out. */
	@Test
	public void whatIsCutOffIsRefused() throws IOException {
		final BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
		for (int p = 0; p < 4096; p++)
			image.setRGB(p % 64, p / 64, p * 0x030507);
		for (final String format : new String[]{ "jpg", "png", "gif", "bmp" }) {
			final Path file = folder().resolve("x." + format);
			ImageIO.write(image, format, file.toFile());
			assertEquals(64, ImageFiles.open(file).getWidth());
			refuseShortened(file);
		}
		final WrittenTiff tiff = new WrittenTiff();
		tiff.pages = 3;
		final Path file = tiff.write(folder().resolve("x.tif"), (page, s, x, y) -> page);
		assertEquals(3, ImageFiles.open(file).getStackSize());
		refuseShortened(file);
	}

	private void refuseShortened(final Path file) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length * 7 / 10));
		refusal(file);
	}

	/** A camera that was turned to the right notes 6: "turn it by 90 degrees". */
	@Test
	public void aCamerasOrientationIsThatOfImageJ() throws IOException {
		final BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
		image.createGraphics().fillRect(0, 0, 8, 8);
		final Path file = folder().resolve("x.jpg");
		ImageIO.write(image, "jpg", file.toFile());
		final byte[] jpeg = Files.readAllBytes(file);
		final byte[] exif = { (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M',
			0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 };
		final ByteBuffer joined = ByteBuffer.allocate(jpeg.length + exif.length);
		Files.write(file, joined.put(jpeg, 0, 2).put(exif).put(jpeg, 2, jpeg.length - 2).array());
		final ImagePlus byImageJ = IJ.openImage(file.toString()), ours = ImageFiles.open(file);
		assertEquals(byImageJ.getWidth(), ours.getWidth());
		assertEquals(byImageJ.getHeight(), ours.getHeight());
		for (int p = 0; p < 128; p++)
			assertEquals(byImageJ.getProcessor().get(p), ours.getProcessor().get(p));
	}

	/** Java reads what ImageJ cannot: fax, as scanners write masks. */
	@Test
	public void faxIsRead() throws IOException {
		final BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_BINARY);
		for (int p = 0; p < 200; p++)
			image.getRaster().setSample(p % 20, p / 20, 0, p / 3 % 2);
		final Path file = folder().resolve("fax.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final ImageWriteParam param = writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionType("CCITT T.6");
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		writer.dispose();
		for (final ImagePlus read : List.of(ImageFiles.open(file), MaskFiles.open(file)))
			for (int p = 0; p < 200; p++)
				assertEquals(p / 3 % 2 * 255, read.getProcessor().get(p));
	}

	@Test
	public void whatNobodyHereReadsIsNamed() throws IOException {
		final WrittenTiff tiff = new WrittenTiff();
		tiff.compression = 50000;
		final String zstd = refusal(tiff.write(folder().resolve("z.tif"), (p, s, x, y) -> x));
		assertTrue(zstd, zstd.contains("Zstandard") && zstd.contains("Bio-Formats"));
		tiff.compression = 1;
		tiff.photometric = 8;
		tiff.samples = 3;
		final String lab = refusal(tiff.write(folder().resolve("l.tif"), (p, s, x, y) -> x));
		assertTrue(lab, lab.contains("CIELab"));
		final WrittenTiff ome = new WrittenTiff();
		ome.description = "<OME><Image><Pixels DimensionOrder=\"XYCZT\" SizeC=\"2\" "
			+ "SizeZ=\"3\" SizeT=\"1\"/></Image></OME>";
		ome.pages = 2;
		final String part = refusal(ome.write(folder().resolve("o.tif"), (p, s, x, y) -> x));
		assertTrue(part, part.contains("6 planes, but holds 2: it is one of several files"));
	}
}
