package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.FileSaver;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.TruthMasks;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Fills what ImageJ makes of altered RoiSet.zip files and of altered overlays in TIFF files, as a
 * training does: masks of 0 and 1 of the image's size, or a sentence.
 */
final class RoiFuzz {

	private final Path folder;
	private final FuzzTally tally;
	private final List<byte[]> rois = new ArrayList<>();

	RoiFuzz(final Path folder, final FuzzTally tally) {
		this.folder = folder;
		this.tally = tally;
		for (final Roi roi : kinds())
			rois.add(RoiEncoder.saveAsByteArray(roi));
	}

	private static List<Roi> kinds() {
		final Roi named = new Roi(1, 2, 5, 6);
		named.setName("box");
		named.setPosition(1, 1, 1);
		return List.of(named, new OvalRoi(2, 3, 8, 7),
			new PolygonRoi(new float[]{ 1, 9, 5 }, new float[]{ 1, 2.5f, 9 }, Roi.POLYGON),
			new ShapeRoi(new Rectangle(0, 0, 9, 9)).xor(new ShapeRoi(new Rectangle(2, 2, 3, 3))));
	}

	/** Sets of one to three ROIs: one of them altered, or the zip itself. */
	void sets(final int count) {
		final ImagePlus image = ImageFuzz.image(1);
		tally.run("set", count, (i, random) -> decoded(set(i, random)),
			read -> read.isEmpty() ? "unreadable" : fill(image, read.toArray(new Roi[0])));
	}

	private byte[] set(final int i, final Random random) throws IOException {
		final boolean inside = random.nextInt(4) > 0;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (int k = random.nextInt(3); k >= 0; k--) {
				out.putNextEntry(
					new ZipEntry((random.nextInt(9) == 0 ? "../../" : "") + k + ".roi"));
				final byte[] roi = rois.get((i + k) % rois.size());
				out.write(inside && k == 0 ? AlteredBytes.of(roi, random) : roi);
			}
		}
		return inside ? bytes.toByteArray() : AlteredBytes.of(bytes.toByteArray(), random);
	}

	/** As the ROI Manager does it: what ImageJ itself cannot read is not our matter. */
	private static List<Roi> decoded(final byte[] zip) {
		final List<Roi> read = new ArrayList<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				final Roi roi = new RoiDecoder(in.readAllBytes(), entry.getName()).getRoi();
				if (roi != null) read.add(roi);
			}
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			return read;
		}
		return read;
	}

	/** In TIFF files of one slice with an overlay, which end in the ROIs, these are altered. */
	void overlays(final int count) {
		final ImagePlus image = ImageFuzz.image(1);
		image.setOverlay(new Overlay());
		kinds().forEach(image.getOverlay()::add);
		final byte[] file = new FileSaver(image).serialize();
		tally.run("overlay", count,
			(i, random) -> Files.write(folder.resolve("overlay.tif"), overlay(file, random)),
			this::opened);
	}

	/** Altered from some place on. */
	private static byte[] overlay(final byte[] file, final Random random) {
		final int from = random.nextInt(file.length);
		final byte[] tail = AlteredBytes.of(Arrays.copyOfRange(file, from, file.length), random);
		final byte[] altered = Arrays.copyOf(file, from + tail.length);
		System.arraycopy(tail, 0, altered, from, tail.length);
		return altered;
	}

	private String opened(final Path file) throws IOException {
		try {
			final ImagePlus opened = ImageFiles.open(file);
			return opened.getOverlay() == null ? "without"
				: fill(opened, opened.getOverlay().toArray());
		}
		catch (final McdUnetException e) {
			return refused(e);
		}
		finally {
			Files.delete(file);
		}
	}

	private static String fill(final ImagePlus image, final Roi[] rois) {
		try {
			final List<Labels> masks = TruthMasks.fromRois(image, rois);
			assertEquals(ImageStacks.count(image), masks.size());
			for (final Labels mask : masks) {
				assertEquals(image.getWidth() * image.getHeight(), mask.size());
				for (final byte m : mask.classes())
					assertTrue(m == 0 || m == 1);
			}
			return "filled";
		}
		catch (final McdUnetException e) {
			return refused(e);
		}
	}

	private static String refused(final McdUnetException e) {
		assertTrue(e.getMessage(), e.getMessage().endsWith("."));
		return "refused";
	}
}
