package io.github.mcdunet.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TablesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void csvIsTheSameInGermanyAndEgypt() throws IOException {
		final Locale before = Locale.getDefault();
		try {
			for (final String language : new String[]{ "en-US", "de-DE", "ar-EG" }) {
				Locale.setDefault(Locale.forLanguageTag(language));
				final Path csv = folder.getRoot().toPath().resolve(language + ".csv");
				Tables.write(table(), csv);
				assertEquals(
					"Image,Slice,Area\nµ \"a\", 1,1,0.1\nb,2,1234567.125\nc,-3,NaN\n"
						.replace("µ \"a\", 1", "\"µ \"\"a\"\", 1\""),
					new String(Files.readAllBytes(csv), StandardCharsets.UTF_8));
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	private static ResultsTable table() {
		final ResultsTable table = new ResultsTable();
		final String[] names = { "µ \"a\", 1", "b", "c" };
		final double[] slices = { 1, 2, -3 }, areas = { 0.1, 1234567.125, Double.NaN };
		for (int i = 0; i < 3; i++) {
			table.incrementCounter();
			table.addValue("Image", names[i]);
			table.addValue("Slice", slices[i]);
			table.addValue("Area", areas[i]);
		}
		return table;
	}

	/** By hand: the medians are 436.9657, 0.0125 and 0.5. */
	@Test
	public void theScreenShowsCountsAndThreeFigures() {
		final Table table = new Table(List.of("Image", "Objects", "Area", "Entropy", "Gap"));
		final double[] areas = { 1000.25, 436.9657, 20.5 }, entropies = { 0.0125, 0.25, 0.001 };
		for (int i = 0; i < 3; i++)
			table.add(List.of(Cell.text("a"), Cell.number(6), Cell.number(areas[i]),
				Cell.number(entropies[i]), i == 1 ? Cell.missing("") : Cell.number(0.5)));
		final ResultsTable shown = Tables.of(table);
		assertEquals("a\t6\t1000\t0.0125\t0.500", shown.getRowAsString(0));
		assertEquals("a\t6\t437\t0.2500\t", shown.getRowAsString(1));
		assertEquals("all digits", 436.9657, shown.getValue("Area", 1), 0);
	}

	@Test
	public void aTableWithoutRowsHasHeadings() {
		final ResultsTable shown = Tables.of(new Table(List.of("Image", "Label", "Area")));
		assertEquals(0, shown.size());
		assertArrayEquals(new String[]{ "Image", "Label", "Area" }, shown.getHeadings());
	}

	@Test
	public void rowLabelsAreWritten() throws IOException {
		final ResultsTable table = new ResultsTable();
		table.incrementCounter();
		table.addLabel("worm");
		table.addValue("n", 2);
		final Path csv = folder.getRoot().toPath().resolve("t.csv");
		Tables.write(table, csv);
		assertEquals("Label,n\nworm,2\n",
			new String(Files.readAllBytes(csv), StandardCharsets.UTF_8));
	}

	@Test
	public void oldFileIsReplacedAndNothingElseStays() throws IOException {
		final Path csv = folder.newFile("t.csv").toPath();
		Files.write(csv, new byte[10000]);
		Tables.write(table(), csv);
		assertTrue(Files.size(csv) < 100);
		assertArrayEquals(new String[]{ "t.csv" }, folder.getRoot().list());
	}

	@Test
	public void missingFolderIsNamed() {
		final Path csv = folder.getRoot().toPath().resolve("nowhere").resolve("t.csv");
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> Tables.write(table(), csv));
		assertTrue(e.getMessage(), e.getMessage().contains(csv.toString()));
		assertFalse(Files.exists(csv.getParent()));
	}

	@Test
	public void folderInTheFilesPlaceStays() throws IOException {
		final Path csv = folder.newFolder("t.csv").toPath();
		assertThrows(McdUnetException.class, () -> Tables.write(table(), csv));
		assertTrue(Files.isDirectory(csv));
	}
}
