package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;

import io.github.mcdunet.imagej.LookUpTables;

import java.nio.file.Path;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TiffFilesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void everythingComesBack() {
		final ImagePlus image = IJ.createHyperStack("map", 6, 4, 1, 1, 2, 32);
		for (int i = 0; i < 24; i++)
			image.getStack().getProcessor(2).setf(i, i / 32f);
		image.getStack().setSliceLabel("second", 2);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("mm");
		image.setLut(LookUpTables.magma());
		image.setDisplayRange(0, 0.25);
		final Overlay overlay = new Overlay();
		overlay.add(new Roi(1, 1, 3, 2));
		image.setOverlay(overlay);
		final Path file = folder.getRoot().toPath().resolve("map.tif");
		TiffFiles.write(image, file);

		final ImagePlus read = IJ.openImage(file.toString());
		assertArrayEquals(new int[]{ 6, 4, 1, 1, 2 }, read.getDimensions());
		for (int i = 0; i < 24; i++)
			assertEquals(i / 32f, read.getStack().getProcessor(2).getf(i), 0);
		assertEquals("second", read.getStack().getSliceLabel(2));
		assertEquals(0.25, read.getCalibration().pixelWidth, 1e-6);
		assertEquals(0.5, read.getCalibration().pixelHeight, 1e-6);
		assertEquals("mm", read.getCalibration().getUnit());
		assertEquals(0, read.getDisplayRangeMin(), 0);
		assertEquals(0.25, read.getDisplayRangeMax(), 0);
		assertEquals(LookUpTables.magma().getRGB(128), read.getProcessor().getLut().getRGB(128));
		assertEquals(3, read.getOverlay().get(0).getBounds().width);
		assertArrayEquals(new String[]{ "map.tif" }, folder.getRoot().list());
	}

	@Test
	public void oneSliceKeepsItsLabelAndOverwrites() {
		final Path file = folder.getRoot().toPath().resolve("one.tif");
		for (int k = 1; k <= 2; k++) {
			final ImagePlus image = new ImagePlus("one",
				new FloatProcessor(3, 2, new float[]{ k, 2, 3, 4, 5, 6 }));
			TiffFiles.write(image, file);
			assertEquals(k, IJ.openImage(file.toString()).getProcessor().getf(0), 0);
		}
	}
}
