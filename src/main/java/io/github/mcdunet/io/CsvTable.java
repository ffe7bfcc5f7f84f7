package io.github.mcdunet.io;

import io.github.mcdunet.McdUnetException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text under headings, as a CSV file: commas between cells, quotes where needed (RFC 4180),
 * UTF-8, line feeds. Not thread-safe.
 */
public final class CsvTable {

	private final List<String> headings;
	private final List<List<String>> rows = new ArrayList<>();

	public CsvTable(final List<String> headings) {
		this.headings = List.copyOf(headings);
	}

	/**
	 * @throws McdUnetException if the file cannot be read, or is no table with headings and rows of
	 * the same length
	 */
	public static CsvTable read(final Path file) {
		final List<List<String>> lines;
		try {
			lines = parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new McdUnetException("The table '" + file + "' cannot be read (" + e + ").", e);
		}
		if (lines.isEmpty())
			throw new McdUnetException(
				"The table '" + file + "' is empty. Delete it or choose another folder.");
		final CsvTable table = new CsvTable(lines.get(0));
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).size() != table.headings.size())
				throw new McdUnetException("Row " + i + " of the table '" + file + "' has "
					+ lines.get(i).size() + " cells, but there are " + table.headings.size()
					+ " headings. Mend it, or move it to another folder.");
			table.rows.add(lines.get(i));
		}
		return table;
	}

	private static List<List<String>> parse(final String text) {
		final List<List<String>> lines = new ArrayList<>();
		List<String> line = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"')
				cell.append(text.charAt(++i));
			else if (c == '"') quoted = !quoted;
			else if (quoted || c != ',' && c != '\n' && c != '\r') cell.append(c);
			else if (c != '\r') {
				line.add(cell.toString());
				cell.setLength(0);
				if (c == ',') continue;
				lines.add(line);
				line = new ArrayList<>();
			}
		}
		if (cell.length() > 0 || !line.isEmpty()) {
			line.add(cell.toString());
			lines.add(line);
		}
		return lines;
	}

	public List<String> headings() {
		return headings;
	}

	/** In their order; may be changed. */
	public List<List<String>> rows() {
		return rows;
	}

	/** The row's cell under a heading. */
	public String cell(final List<String> row, final String heading) {
		return row.get(headings.indexOf(heading));
	}

	/** @param cells one per heading */
	public void add(final List<String> cells) {
		if (cells.size() != headings.size())
			throw new IllegalArgumentException(
				cells.size() + " cells for " + headings.size() + " headings");
		rows.add(List.copyOf(cells));
	}

	/**
	 * Writes or replaces the file.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	public void write(final Path file) {
		final StringBuilder text = new StringBuilder(line(headings));
		rows.forEach(row -> text.append(line(row)));
		SafeFile.write(file, "table", text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String line(final List<String> cells) {
		return cells.stream().map(CsvTable::quoted).collect(Collectors.joining(",", "", "\n"));
	}

	private static String quoted(final String text) {
		final boolean plain = text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
