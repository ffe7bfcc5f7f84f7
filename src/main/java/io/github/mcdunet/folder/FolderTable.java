package io.github.mcdunet.folder;

import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.io.Table.Cell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The table of a folder's results on disk: a row per image, sorted by key. What it lists was
 * predicted and written whole: it is how a later run knows what is done.
 */
public final class FolderTable {

	/**
	 * Its columns, after {@link #LAST_COUNT} those of the classes if there are any. Some of the
	 * last five tell what a row is the result of.
	 */
	public static final List<String> COLUMNS = List.of("Image", "Frame", "Label", "File", "Width",
		"Height", "Objects", "Foreground share", "Foreground area", "Unit", "Mean uncertainty",
		"Mean uncertainty in foreground", "Dice", "IoU", "Precision", "Recall", "Objects low",
		"Objects high", "Total area", "Total area low", "Total area high", "Agreement",
		"Predicted Dice", "Dice low", "Dice high", "Mean uncertainty of objects",
		"Unlike the training images", "Seconds", "Frames", "Model", "Model SHA-256", "Settings",
		"Input");

	private static final List<String> NEEDED = List.of("Image", "Frame", "Frames", "Model",
		"Model SHA-256", "Settings", "Input");

	/** Begins the headings of the numbers of objects of each class. */
	private static final String OF_CLASS = "Objects of ";

	/** The columns of classes follow this one. */
	private static final String LAST_COUNT = "Objects high";

	private static final Set<String> TEXTS = Set.of("Image", "Label", "File", "Unit",
		"Unlike the training images", "Model", "Model SHA-256", "Settings", "Input");

	private final Path file;
	private final Map<String, List<Map<String, String>>> byImage = new TreeMap<>();
	private boolean pending;

	/** @throws McdUnetException if there is a table of this name that is another one */
	FolderTable(final Path file) {
		this.file = file;
		if (Files.exists(file)) read(Table.read(file));
	}

	/** Tables of earlier versions lack columns, whose cells are empty then. */
	private void read(final Table old) {
		final List<String> headings = old.headings();
		if (!headings.containsAll(NEEDED) || !COLUMNS.stream().filter(headings::contains).toList()
			.equals(headings.stream().filter(h -> !h.startsWith(OF_CLASS)).toList()))
			throw new McdUnetException(
				"'" + file + "' is another table than this command writes. Move or rename "
					+ "it, or choose another folder for the results.");
		for (final List<String> row : old.texts())
			byImage.computeIfAbsent(row.get(headings.indexOf("Image")), k -> new ArrayList<>())
				.add(cells(headings, row));
	}

	private static Map<String, String> cells(final List<String> headings, final List<String> row) {
		final Map<String, String> cells = new LinkedHashMap<>();
		for (int c = 0; c < row.size(); c++)
			cells.put(headings.get(c), row.get(c));
		return cells;
	}

	/** All columns: those of classes that any row has, in the order in which they come. */
	private List<String> columns() {
		final Set<String> ofClasses = new LinkedHashSet<>();
		byImage.values().forEach(rows -> rows.forEach(row -> row.keySet().stream()
			.filter(heading -> heading.startsWith(OF_CLASS)).forEach(ofClasses::add)));
		final List<String> columns = new ArrayList<>(COLUMNS);
		columns.addAll(COLUMNS.indexOf(LAST_COUNT) + 1, ofClasses);
		return columns;
	}

	/** Number of rows of an image: its slices and frames. */
	int frames(final String key) {
		return byImage.getOrDefault(key, List.of()).size();
	}

	/** Whether all rows of an image are there, with these cells. */
	boolean agrees(final String key, final Map<String, String> cells) {
		final List<Map<String, String>> rows = byImage.getOrDefault(key, List.of());
		return !rows.isEmpty() && cell(rows.get(0), "Frames").equals(String.valueOf(rows.size()))
			&& rows.stream().allMatch(row -> cells.entrySet().stream()
				.allMatch(cell -> cell(row, cell.getKey()).equals(cell.getValue())));
	}

	private static String cell(final Map<String, String> row, final String heading) {
		return row.getOrDefault(heading, "");
	}

	/**
	 * Forgets an image whose results are about to be replaced, on disk too, lest half of the old
	 * ones count as done.
	 */
	void remove(final String key) {
		if (byImage.remove(key) == null) return;
		pending = true;
		save();
	}

	/**
	 * Adds an image whose results are complete. The table may be open elsewhere and locked; it is
	 * then written later.
	 */
	void put(final String key, final List<Map<String, String>> rows) {
		byImage.put(key, rows);
		pending = true;
		try {
			save();
		}
		catch (final McdUnetException e) {
			pending = true;
		}
	}

	/** @throws McdUnetException if the table cannot be written */
	void save() {
		if (!pending) return;
		final List<String> columns = columns();
		final Table table = new Table(columns);
		byImage.values().forEach(rows -> rows.forEach(
			row -> table.addTexts(columns.stream().map(heading -> cell(row, heading)).toList())));
		table.write(file);
		pending = false;
	}

	/** The rows of some images, as ImageJ shows them. */
	ResultsTable show(final Collection<String> keys) {
		final List<String> columns = columns();
		final Table table = new Table(columns);
		for (final String key : keys)
			for (final Map<String, String> row : byImage.getOrDefault(key, List.of()))
				table.add(
					columns.stream().map(heading -> shown(heading, cell(row, heading))).toList());
		return Tables.of(table);
	}

	/** Names stay what they are: "0012" is not 12. */
	private static Cell shown(final String heading, final String text) {
		return text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?") && !TEXTS.contains(heading)
			? Cell.number(Double.parseDouble(text), text) : Cell.text(text);
	}
}
