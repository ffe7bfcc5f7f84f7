package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OutputFileTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void siblingsTakeTheNameWithoutItsEnding() {
		final File root = folder.getRoot();
		assertEquals(new File(root, "my.worms-split.csv").toPath().toAbsolutePath(),
			new OutputFile(new File(root, "my.worms.zip")).sibling("-split.csv").path());
		assertEquals(new File(root, "worms-split.csv").toPath().toAbsolutePath(),
			new OutputFile(new File(root, "worms.mcdunet.zip")).sibling("-split.csv").path());
		assertEquals(new File(root, "worms-split.csv").toPath().toAbsolutePath(),
			new OutputFile(new File(root, "worms")).sibling("-split.csv").path());
	}

	@Test
	public void aPointInANameIsNoEnding() {
		assertEquals("mouse.day2-images.csv",
			new OutputFile(new File(folder.getRoot(), "mouse.day2")).sibling("-images.csv").path()
				.getFileName().toString());
	}

	@Test
	public void aModelGetsItsEndingAndIsFoundWithoutIt() throws IOException {
		final File root = folder.getRoot();
		final String[][] names = { { "worms", "worms.mcdunet.zip" },
			{ "run.2", "run.2.mcdunet.zip" }, { "w.zip", "w.zip" }, { "w.ZIP", "w.ZIP" },
			{ "w.mcdunet.zip", "w.mcdunet.zip" } };
		for (final String[] name : names)
			assertEquals(name[1],
				OutputFile.model(new File(root, name[0])).path().getFileName().toString());
		final File short1 = new File(root, "worms");
		assertEquals("the name that was given is told", short1.toPath(),
			OutputFile.existingModel(short1));
		final File full = folder.newFile("worms.mcdunet.zip");
		assertEquals(full.toPath(), OutputFile.existingModel(short1));
		assertEquals("a file that is there", folder.newFile("worms").toPath(),
			OutputFile.existingModel(short1));
	}

	/** Most disks take 255 bytes, in which the longest ending must fit too. */
	@Test
	public void tooLongANameIsSaidBefore() {
		new OutputFile(new File(folder.getRoot(), "n".repeat(200) + ".csv")).checkWritable();
		for (final int length : new int[]{ 245, 300 }) {
			final File file = new File(folder.getRoot(), "n".repeat(length) + ".csv");
			final String message = assertThrows(McdUnetException.class,
				() -> new OutputFile(file).checkWritable()).getMessage();
			assertTrue(message, message.contains("Choose a shorter one"));
		}
	}

	@Test
	public void writesWholeAndLeavesNothingBeside() throws IOException {
		final File file = folder.newFile("table.csv");
		Files.write(file.toPath(), new byte[1000]);
		new OutputFile(file).checkWritable().write("a,b\n1,\u00b5\n");
		assertArrayEquals(
			new byte[]{ 'a', ',', 'b', '\n', '1', ',', (byte) 0xc2, (byte) 0xb5, '\n' },
			Files.readAllBytes(file.toPath()));
		assertArrayEquals(new String[]{ "table.csv" }, folder.getRoot().list());
	}

	@Test
	public void aMissingFolderAndAFolderAreNamed() {
		final File missing = new File(new File(folder.getRoot(), "nowhere"), "m.zip");
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> new OutputFile(missing).checkWritable());
		assertTrue(e.getMessage(), e.getMessage().contains("nowhere' does not exist"));
		assertThrows(McdUnetException.class,
			() -> new OutputFile(folder.getRoot()).checkWritable());
	}
}
