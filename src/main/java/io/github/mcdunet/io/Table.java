package io.github.mcdunet.io;

import io.github.mcdunet.McdUnetException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows of texts, numbers and missing values under headings. As a CSV file: commas between cells,
 * quotes where needed (RFC 4180), UTF-8, line feeds; an apostrophe before a text that a spreadsheet
 * would take for a formula. Not thread-safe.
 */
public final class Table {

	/**
	 * What stands in one place of a table.
	 *
	 * @param text as a file says it; empty where the value is missing
	 * @param number NaN if this is none
	 * @param reason why the value is missing, a sentence; empty otherwise, or if nobody knows
	 */
	public record Cell(String text, double number, String reason) {

		public static Cell text(final String text) {
			return new Cell(text, Double.NaN, "");
		}

		/** With all its digits; see {@link NumberText#exact}. */
		public static Cell number(final double number) {
			return number(number, NumberText.exact(number));
		}

		/** @param text the number as a file says it */
		public static Cell number(final double number, final String text) {
			return new Cell(text, number, "");
		}

		public static Cell missing(final String reason) {
			return new Cell("", Double.NaN, reason);
		}

		public boolean isNumber() {
			return !Double.isNaN(number);
		}
	}

	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");
	private static final Pattern NUMBER = Pattern
		.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?Infinity");

	private final List<String> headings;
	private final List<List<Cell>> rows = new ArrayList<>();

	public Table(final List<String> headings) {
		this.headings = List.copyOf(headings);
	}

	/**
	 * Reads a file, in which every cell is a text.
	 *
	 * @throws McdUnetException if the file cannot be read, or is no table with headings and rows of
	 * the same length
	 */
	public static Table read(final Path file) {
		final List<List<String>> lines;
		try {
			lines = parse(Files.readString(file, StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new McdUnetException("The table '" + file + "' cannot be read (" + e + ").", e);
		}
		if (lines.isEmpty())
			throw new McdUnetException(
				"The table '" + file + "' is empty. Delete it or choose another folder.");
		lines.forEach(line -> line.replaceAll(Table::unharmed));
		final Table table = new Table(lines.get(0));
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).size() != table.headings.size())
				throw new McdUnetException("Row " + i + " of the table '" + file + "' has "
					+ lines.get(i).size() + " cells, but there are " + table.headings.size()
					+ " headings. Mend it, or move it to another folder.");
			table.addTexts(lines.get(i));
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

	/** Number of rows. */
	public int size() {
		return rows.size();
	}

	/** In their order; each has a cell per heading. Cannot be changed. */
	public List<List<Cell>> rows() {
		return Collections.unmodifiableList(rows);
	}

	/** The rows as a file says them. */
	public List<List<String>> texts() {
		return rows.stream().map(row -> row.stream().map(Cell::text).toList()).toList();
	}

	/** The row's cell under a heading. */
	public Cell cell(final List<Cell> row, final String heading) {
		return row.get(headings.indexOf(heading));
	}

	/** @param cells one per heading */
	public void add(final List<Cell> cells) {
		if (cells.size() != headings.size())
			throw new IllegalArgumentException(
				cells.size() + " cells for " + headings.size() + " headings");
		rows.add(List.copyOf(cells));
	}

	/** Adds a row of texts alone. */
	public void addTexts(final List<String> texts) {
		add(texts.stream().map(Cell::text).toList());
	}

	/** The contents of a CSV file, the headings first. */
	public String toCsv() {
		final StringBuilder text = new StringBuilder(line(headings));
		texts().forEach(row -> text.append(line(row)));
		return text.toString();
	}

	/**
	 * Writes or replaces a CSV file.
	 *
	 * @throws McdUnetException if that is not possible
	 */
	public void write(final Path file) {
		SafeFile.write(file, "table", toCsv().getBytes(StandardCharsets.UTF_8));
	}

	private static String line(final List<String> cells) {
		return cells.stream().map(Table::harmless).map(Table::quoted)
			.collect(Collectors.joining(",", "", "\n"));
	}

	/**
	 * NB: Excel and its like take a cell that begins so for a formula, quoted or not: an apostrophe
	 * before it makes it a text. {@link #read} takes it away again.
	 */
	private static String harmless(final String text) {
		return isFormula(text) ? '\'' + text : text;
	}

	private static String unharmed(final String text) {
		return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
	}

	/** Apostrophes before it count with it, so that all texts can be told apart. */
	private static boolean isFormula(final String text) {
		return FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches();
	}

	private static String quoted(final String text) {
		final boolean plain = text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
