package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.RoiManagers;

import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RoiFilesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void roisComeBackInOrder() throws IOException {
		final Roi box = new Roi(3, 4, 5, 6);
		box.setName("0001-0001");
		box.setPosition(7);
		final Roi ring = new ShapeRoi(new Rectangle(0, 0, 3, 3))
			.xor(new ShapeRoi(new Rectangle(1, 1, 1, 1)));
		ring.setName("0001-0002");
		ring.setPosition(0, 2, 5);
		final Path zip = folder.getRoot().toPath().resolve("RoiSet.zip");
		RoiFiles.write(Arrays.asList(box, ring), zip);
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			final Roi first = next(in, "0001-0001"), second = next(in, "0001-0002");
			assertEquals(new Rectangle(3, 4, 5, 6), first.getBounds());
			assertEquals(7, first.getPosition());
			assertEquals(0, second.getCPosition());
			assertEquals(2, second.getZPosition());
			assertEquals(5, second.getTPosition());
			assertEquals(8, second.getContainedPoints().length);
			for (final Point p : second.getContainedPoints())
				assertTrue(p.x >= 0 && p.x < 3 && p.y >= 0 && p.y < 3 && (p.x != 1 || p.y != 1));
			assertNull(in.getNextEntry());
		}
		assertArrayEquals(new String[]{ "RoiSet.zip" }, folder.getRoot().list());
	}

	private static Roi next(final ZipInputStream in, final String name) throws IOException {
		final ZipEntry entry = in.getNextEntry();
		assertEquals(name + ".roi", entry.getName());
		return new RoiDecoder(in.readAllBytes(), name).getRoi();
	}

	@Test
	public void theSameRoisAreTheSameBytesAtAnyTime() throws IOException {
		final Roi box = new Roi(3, 4, 5, 6);
		box.setName("a");
		final Path zip = folder.getRoot().toPath().resolve("RoiSet.zip");
		RoiFiles.write(Collections.singletonList(box), zip);
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			assertEquals(LocalDateTime.of(2000, 1, 1, 0, 0), in.getNextEntry().getTimeLocal());
		}
	}

	@Test
	public void noRoisMakeAnEmptyZip() throws IOException {
		final Path zip = folder.getRoot().toPath().resolve("RoiSet.zip");
		RoiFiles.write(Collections.emptyList(), zip);
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			assertNull(in.getNextEntry());
		}
	}

	@Test
	public void missingFolderIsNamed() {
		final Path zip = folder.getRoot().toPath().resolve("nowhere").resolve("RoiSet.zip");
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> RoiFiles.write(Collections.singletonList(new Roi(0, 0, 1, 1)), zip));
		assertTrue(e.getMessage(),
			e.getMessage().contains(zip.toString()) && e.getMessage().contains("ROIs"));
	}

	@Test
	public void managerStaysShutWithoutScreen() {
		RoiManagers.show(Collections.singletonList(new Roi(0, 0, 1, 1)));
		assertNull(ij.plugin.frame.RoiManager.getInstance());
	}
}
