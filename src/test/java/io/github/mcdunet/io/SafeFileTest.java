package io.github.mcdunet.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SafeFileTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();
	private Path file;

	@Before
	public void place() {
		file = folder.getRoot().toPath().resolve("t.csv");
	}

	@Test
	public void failedWriteKeepsTheOldFileAndNothingElse() throws IOException {
		Files.write(file, new byte[]{ 42 });
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> SafeFile.write(file, "table", out -> {
				out.write(new byte[1 << 17]);
				throw new IOException("disk full");
			}));
		assertTrue(e.getMessage(), e.getMessage().startsWith("The table cannot be saved as \""
			+ file + "\" (IOException: disk full). Check that you may write in the folder"));
		assertArrayEquals(new byte[]{ 42 }, Files.readAllBytes(file));
		assertEquals(1, count());
	}

	@Test
	public void twoWritersDoNotShareAnUnfinishedFile() throws IOException {
		SafeFile.write(file, "table", out -> {
			out.write(1);
			SafeFile.write(file, "table", new byte[]{ 7, 8, 9 });
			assertArrayEquals(new byte[]{ 7, 8, 9 }, Files.readAllBytes(file));
			out.write(2);
		});
		assertArrayEquals(new byte[]{ 1, 2 }, Files.readAllBytes(file));
		assertEquals(1, count());
	}

	@Test
	public void bytesAreBesideThePlaceUntilAllAreThere() throws IOException {
		SafeFile.write(file, "table", out -> {
			out.write(new byte[1 << 17]);
			assertTrue(Files.notExists(file));
			final File[] there = folder.getRoot().listFiles();
			assertEquals(1, there.length);
			assertTrue(there[0].getName().startsWith(".") && there[0].length() > 0);
		});
		assertEquals(1 << 17, Files.size(file));
	}

	@Test
	public void anInterruptedThreadWritesToo() throws IOException {
		Thread.currentThread().interrupt();
		try {
			SafeFile.write(file, "table", new byte[]{ 5 });
		}
		finally {
			assertTrue(Thread.interrupted());
		}
		assertArrayEquals(new byte[]{ 5 }, Files.readAllBytes(file));
	}

	@Test
	public void whatAKilledProcessLeftIsRemovedForThisFileAlone() throws IOException {
		final Path other = leftover("u.csv"), old = leftover("t.csv");
		SafeFile.removeLeftovers(file);
		assertTrue(Files.exists(other) && Files.notExists(old));
	}

	private Path leftover(final String name) throws IOException {
		final String hash = Integer.toHexString(name.hashCode());
		return Files.write(file.resolveSibling(".mcdunet-" + hash + "-1.tmp"), new byte[3]);
	}

	@Test
	public void aFolderIsNoFile() {
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> SafeFile.write(folder.getRoot().toPath(), "table", new byte[1]));
		assertTrue(e.getMessage(), e.getMessage().contains("is a folder"));
		assertTrue(assertThrows(McdUnetException.class,
			() -> SafeFile.write(file.resolve("x.csv"), "table", new byte[1])).getMessage()
			.startsWith("There is no folder to save the table \"" + file.resolve("x.csv") + "\""));
	}

	private int count() {
		return folder.getRoot().list().length;
	}
}
