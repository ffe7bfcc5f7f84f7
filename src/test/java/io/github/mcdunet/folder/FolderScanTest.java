package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import ij.IJ;
import ij.io.FileSaver;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.imagej.ImageStacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderScanTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;

	@Before
	public void makeFolder() throws IOException {
		folder = temporary.newFolder("plate").toPath();
	}

	private void files(final String... names) throws IOException {
		for (final String name : names) {
			Files.createDirectories(folder.resolve(name).getParent());
			assertTrue(new FileSaver(IJ.createImage("x", "8-bit ramp", 4, 3, 1))
				.saveAsTiff(folder.resolve(name).toString()));
		}
	}

	private List<String> scanned() {
		return new FolderScan(folder, Set.of(folder.resolve("out"))).files().stream()
			.map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
	}

	@Test
	public void numbersInNamesAreInTheirOrder() throws IOException {
		files("t10.tif", "t2.tif", "t1.tif", "d12/a.tif", "d9/a.tif", "T3.tif");
		assertEquals(List.of("T3.tif", "d9/a.tif", "d12/a.tif", "t1.tif", "t2.tif", "t10.tif"),
			scanned());
	}

	@Test
	public void whatTheSystemPutsThereIsLeftOut() throws IOException {
		files("a.tif", "._a.tif", ".hidden/b.tif", "__MACOSX/a.tif", "@eaDir/a.tif", "out/c.tif");
		for (final String name : List.of("Thumbs.db", "desktop.ini", ".DS_Store"))
			Files.write(folder.resolve(name), new byte[1]);
		assertEquals(List.of("a.tif"), scanned());
	}

	/** The import and the prediction of a folder see the same images in the same order. */
	@Test
	public void theImportSeesWhatThePredictionSees() throws IOException {
		files("t10.tif", "t9.tif", "sub/u.tif", "._t9.tif", ".hidden/v.tif", "__MACOSX/w.tif");
		final Path elsewhere = temporary.newFolder("elsewhere").toPath();
		assertTrue(new FileSaver(IJ.createImage("x", "8-bit ramp", 4, 3, 1))
			.saveAsTiff(elsewhere.resolve("z.tif").toString()));
		link("linked", elsewhere);
		link("loop", folder);
		final List<FolderImage> predicted = new FolderImages(folder, FilePattern.parse("*.tif"))
			.list();
		assertEquals(List.of("linked/z", "sub/u", "t9", "t10"),
			predicted.stream().map(FolderImage::key).toList());
		final ImportedStacks imported = new FolderImport(FilePattern.parse("*.tif")).run(folder,
			Progress.NONE);
		assertEquals(List.of("t9", "t10", "u", "z"), ImageStacks.names(imported.images()));
		assertTrue(imported.report(), imported.report().startsWith("4 of 4 images"));
	}

	private void link(final String name, final Path target) throws IOException {
		try {
			Files.createSymbolicLink(folder.resolve(name), target);
		}
		catch (final UnsupportedOperationException | IOException e) {
			assumeTrue("links are not to be had here", false);
		}
	}

	@Test
	public void aLinkThatLeadsNowhereIsNoFile() throws IOException {
		files("a.tif");
		link("lost.tif", folder.resolve("nowhere.tif"));
		assertEquals(List.of("a.tif"), scanned());
		assertTrue(new FolderScan(folder, Set.of()).unreadable().isEmpty());
	}

	@Test
	public void aFolderThatIsNotThereIsNamed() {
		final String message = assertThrows(McdUnetException.class,
			() -> new FolderScan(folder.resolve("no"), Set.of())).getMessage();
		assertTrue(message, message.contains("no' does not exist"));
	}
}
