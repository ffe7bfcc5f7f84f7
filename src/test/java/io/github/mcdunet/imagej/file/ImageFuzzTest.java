package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import io.github.mcdunet.ExpectedOutput;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.TruthMasks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;

/**
 * {@link ImageFuzz} and {@link RoiFuzz}, the same every time, and what they have found: 1,000 files
 * of each kind in every build, 10,000 with -Pnightly.
 */
public class ImageFuzzTest {

	/** What ImageJ and Java say of files that are damaged on purpose. */
	private static final String SAID = String.join("|",
		"javax.imageio.IIOException: (Error reading PNG image data|I/O error reading PNG header!"
			+ "|Error skipping PNG metadata)",
		"java.io.EOFException", "Unsupported format or file not found:", "Error opening .*",
		".*/(a|b|overlay)(_image|_mask)?\\.(tif|png)", "FileInfo parameter error\\. ",
		"Width or height <= 0\\.", "Offset \\+ image size > file length\\.",
		"  (Width|Height|Offset|Bytes/pixel|File length): -?\\d+", " ?",
		"LUT not found: .*glasbey.lut");

	private static final int COUNT = Integer.getInteger("fuzz.count", 2000);

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	@Rule
	public final ExpectedOutput output = new ExpectedOutput(SAID);

	/** A hundred times what it takes on a quiet machine. */
	@Rule
	public final Timeout limit = Timeout.seconds(60 + COUNT / 5);

	@Test
	public void everyAlteredImageAndRoiEndsInAResultOrASentence() throws IOException {
		final Path folder = temporary.getRoot().toPath();
		final FuzzTally tally = new FuzzTally(2026);
		final ImageFuzz images = new ImageFuzz(folder, tally);
		images.imports(COUNT / 2);
		images.opens(COUNT / 2);
		final RoiFuzz rois = new RoiFuzz(folder, tally);
		rois.sets(COUNT / 2);
		rois.overlays(COUNT / 2);
		assertEquals(0, temporary.getRoot().list().length);
		for (final String outcome : new String[]{ "import read", "import left out", "open read",
			"open refused", "set filled", "set refused", "overlay filled", "overlay refused" })
			assertTrue(tally.toString(), tally.count(outcome) > COUNT / 100);
	}

	/** One field of the given type and count, then the place of the next directory. */
	private Path tiff(final ByteOrder order, final int type, final int count, final int next)
		throws IOException {
		final ByteBuffer b = ByteBuffer.allocate(64).order(order);
		b.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[]{ 'I', 'I' } : new byte[]{ 'M', 'M' });
		b.putShort((short) 42).putInt(8).putShort((short) 1);
		b.putShort((short) 273).putShort((short) type).putInt(count).putInt(30).putInt(next);
		return Files.write(temporary.getRoot().toPath().resolve("x.tif"), b.array());
	}

	@Test
	public void aFieldLargerThanTheFileIsAbsurd() throws IOException {
		for (final ByteOrder order : new ByteOrder[]{ ByteOrder.LITTLE_ENDIAN,
			ByteOrder.BIG_ENDIAN }) {
			assertEquals(TiffStructure.SOUND, TiffStructure.of(tiff(order, 4, 16, 0)));
			assertEquals(TiffStructure.ABSURD, TiffStructure.of(tiff(order, 4, 17, 0)));
			assertEquals(TiffStructure.ABSURD, TiffStructure.of(tiff(order, 12, -1, 0)));
		}
	}

	@Test
	public void aRingOfDirectoriesIsAbsurd() throws IOException {
		assertEquals(TiffStructure.ABSURD,
			TiffStructure.of(tiff(ByteOrder.LITTLE_ENDIAN, 4, 1, 8)));
		assertEquals(TiffStructure.SOUND,
			TiffStructure.of(tiff(ByteOrder.LITTLE_ENDIAN, 4, 1, 5000)));
	}

	@Test
	public void aRoiOfAnotherImageIsNamed() {
		final ImagePlus image = new ImagePlus("small", new ByteProcessor(9, 9));
		final Roi later = new Roi(1, 1, 2, 2);
		later.setName("worm 7");
		later.setPosition(2);
		final Roi huge = new Roi(0, 0, 100_000, 100_000);
		for (final Roi roi : new Roi[]{ later, huge }) {
			final String message = assertThrows(McdUnetException.class,
				() -> TruthMasks.fromRois(image, new Roi[]{ roi })).getMessage();
			assertTrue(message, message.contains("does not fit 'small'"));
		}
		later.setPosition(1);
		assertEquals(1, TruthMasks.fromRois(image, new Roi[]{ later }).get(0).classes()[10]);
	}
}
