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

public class CsvTableTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void writesWhatRfc4180Says() throws IOException {
		final Path file = folder.getRoot().toPath().resolve("t.csv");
		final CsvTable table = new CsvTable(List.of("a", "b"));
		table.add(List.of("1,5", "say \"x\""));
		table.add(List.of("", "\u00b5m\nline"));
		table.write(file);
		assertArrayEquals(
			"a,b\n\"1,5\",\"say \"\"x\"\"\"\n,\"\u00b5m\nline\"\n".getBytes(StandardCharsets.UTF_8),
			Files.readAllBytes(file));
		final CsvTable read = CsvTable.read(file);
		assertEquals(table.headings(), read.headings());
		assertEquals(table.rows(), read.rows());
		assertEquals("\u00b5m\nline", read.cell(read.rows().get(1), "b"));
	}

	@Test
	public void readsWhatOthersWrite() throws IOException {
		final Path file = folder.newFile().toPath();
		Files.write(file, "a,b\r\n\"1\",2\r\n,".getBytes(StandardCharsets.UTF_8));
		assertEquals(List.of(List.of("1", "2"), List.of("", "")), CsvTable.read(file).rows());
		Files.write(file, "a,b\n1\n".getBytes(StandardCharsets.UTF_8));
		final String message = assertThrows(McdUnetException.class, () -> CsvTable.read(file))
			.getMessage();
		assertTrue(message, message.contains("Row 1") && message.contains("has 1 cells"));
	}
}
