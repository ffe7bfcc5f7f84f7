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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The table of a folder's results on disk: a row per image, sorted by key. What it lists was
 * predicted and written whole: it is how a later run knows what is done.
 */
public final class FolderTable {

	/** Its columns. Some of the last five tell what a row is the result of. */
	public static final List<String> COLUMNS = List.of("Image", "Frame", "Label", "File", "Width",
		"Height", "Objects", "Foreground share", "Foreground area", "Unit", "Mean uncertainty",
		"Mean uncertainty in foreground", "Dice", "IoU", "Precision", "Recall", "Objects low",
		"Objects high", "Total area", "Total area low", "Total area high", "Agreement",
		"Predicted Dice", "Dice low", "Dice high", "Mean uncertainty of objects",
		"Unlike the training images", "Seconds", "Frames", "Model", "Model SHA-256", "Settings",
		"Input");

	private static final List<String> NEEDED = List.of("Image", "Frame", "Frames", "Model",
		"Model SHA-256", "Settings", "Input");

	private static final Set<String> TEXTS = Set.of("Image", "Label", "File", "Unit",
		"Unlike the training images", "Model", "Model SHA-256", "Settings", "Input");

	private final Path file;
	private final Map<String, List<List<String>>> byImage = new TreeMap<>();
	private boolean pending;

	/** @throws McdUnetException if there is a table of this name that is another one */
	FolderTable(final Path file) {
		this.file = file;
		if (Files.exists(file)) read(Table.read(file));
	}

	/** Tables of earlier versions lack columns, whose cells are empty then. */
	private void read(final Table old) {
		final List<String> headings = old.headings();
		if (!headings.containsAll(NEEDED)
			|| !COLUMNS.stream().filter(headings::contains).toList().equals(headings))
			throw new McdUnetException(
				"'" + file + "' is another table than this command writes. Move or rename "
					+ "it, or choose another folder for the results.");
		for (final List<String> row : old.texts())
			byImage.computeIfAbsent(row.get(headings.indexOf("Image")), k -> new ArrayList<>())
				.add(COLUMNS.stream().map(
					heading -> headings.contains(heading) ? row.get(headings.indexOf(heading)) : "")
					.toList());
	}

	/** Whether all rows of an image are there, with these cells. */
	boolean agrees(final String key, final Map<String, String> cells) {
		final List<List<String>> rows = byImage.getOrDefault(key, List.of());
		return !rows.isEmpty() && cell(rows.get(0), "Frames").equals(String.valueOf(rows.size()))
			&& rows.stream().allMatch(row -> cells.entrySet().stream()
				.allMatch(cell -> cell(row, cell.getKey()).equals(cell.getValue())));
	}

	private static String cell(final List<String> row, final String heading) {
		return row.get(COLUMNS.indexOf(heading));
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
	void put(final String key, final List<List<String>> rows) {
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
		final Table table = new Table(COLUMNS);
		byImage.values().forEach(rows -> rows.forEach(table::addTexts));
		table.write(file);
		pending = false;
	}

	/** The rows of some images, as ImageJ shows them. */
	ResultsTable show(final Collection<String> keys) {
		final Table table = new Table(COLUMNS);
		for (final String key : keys)
			for (final List<String> row : byImage.getOrDefault(key, List.of()))
				table.add(IntStream.range(0, COLUMNS.size())
					.mapToObj(i -> cell(COLUMNS.get(i), row.get(i))).toList());
		return Tables.of(table);
	}

	/** Names stay what they are: "0012" is not 12. */
	private static Cell cell(final String heading, final String text) {
		return text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?") && !TEXTS.contains(heading)
			? Cell.number(Double.parseDouble(text), text) : Cell.text(text);
	}
}
