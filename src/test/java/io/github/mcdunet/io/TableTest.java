package io.github.mcdunet.io;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TableTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void writesWhatRfc4180Says() throws IOException {
		final Path file = folder.getRoot().toPath().resolve("t.csv");
		final Table table = new Table(List.of("a", "b"));
		table.addTexts(List.of("1,5", "say \"x\""));
		table.addTexts(List.of("", "\u00b5m\nline"));
		table.write(file);
		assertArrayEquals(
			"a,b\n\"1,5\",\"say \"\"x\"\"\"\n,\"\u00b5m\nline\"\n".getBytes(StandardCharsets.UTF_8),
			Files.readAllBytes(file));
		final Table read = Table.read(file);
		assertEquals(table.headings(), read.headings());
		assertEquals(table.texts(), read.texts());
		assertEquals("\u00b5m\nline", read.cell(read.rows().get(1), "b").text());
	}

	@Test
	public void readsWhatOthersWrite() throws IOException {
		final Path file = folder.newFile().toPath();
		Files.write(file, "a,b\r\n\"1\",2\r\n,".getBytes(StandardCharsets.UTF_8));
		assertEquals(List.of(List.of("1", "2"), List.of("", "")), Table.read(file).texts());
		Files.write(file, "a,b\n1\n".getBytes(StandardCharsets.UTF_8));
		final String message = assertThrows(McdUnetException.class, () -> Table.read(file))
			.getMessage();
		assertTrue(message, message.contains("Row 1") && message.contains("has 1 cells"));
	}

	/** A spreadsheet would compute what begins with =, +, - or @, as a file may be called. */
	@Test
	public void noTextIsAFormula() throws IOException {
		final List<String> texts = List.of("=1+2.tif", "+x", "-cells (2)", "@home", "'=x", "''-y",
			"\tz", "-12.5", "+3", "-1.5E-7", "-Infinity", "a=b", "'quoted'", "=a,b", "");
		final List<String> written = List.of("'=1+2.tif", "'+x", "'-cells (2)", "'@home", "''=x",
			"'''-y", "'\tz", "-12.5", "+3", "-1.5E-7", "-Infinity", "a=b", "'quoted'", "\"'=a,b\"",
			"");
		final Path file = folder.getRoot().toPath().resolve("t.csv");
		final Table table = new Table(List.of("=name", "n"));
		texts.forEach(text -> table.addTexts(List.of(text, "1")));
		table.write(file);
		assertEquals("'=name,n\n" + String.join(",1\n", written) + ",1\n", Files.readString(file));
		final Table read = Table.read(file);
		assertEquals(table.headings(), read.headings());
		assertEquals(table.texts(), read.texts());
	}

	@Test
	public void numbersAndMissingValuesKnowWhatTheyAre() {
		final Table table = new Table(List.of("name", "n", "x", "none"));
		table.add(List.of(Table.Cell.text("a"), Table.Cell.number(3), Table.Cell.number(0.1 + 0.2),
			Table.Cell.missing("Nothing is there.")));
		assertEquals("name,n,x,none\na,3,0.30000000000000004,\n", table.toCsv());
		final List<Table.Cell> row = table.rows().get(0);
		assertEquals(List.of(false, true, true, false),
			row.stream().map(Table.Cell::isNumber).toList());
		assertEquals("Nothing is there.", table.cell(row, "none").reason());
		assertThrows(IllegalArgumentException.class, () -> table.addTexts(List.of("a")));
	}
}
