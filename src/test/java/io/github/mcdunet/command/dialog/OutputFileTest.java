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
