package io.github.mcdunet.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A history as lines of CSV, a header and one line per epoch, and back. */
public final class HistoryText {

	/** The columns; the first four and val_ ones as Keras's CSVLogger names them. */
	public static final String HEADER = "epoch,acc,loss,dice,val_acc,val_loss,val_dice,seconds";

	private HistoryText() {
	}

	/** With six decimals, for people. */
	public static List<String> of(final History history) {
		return lines(history, HistoryText::rounded);
	}

	/** With every digit, so that {@link #parse} gives the same numbers. */
	public static List<String> exact(final History history) {
		return lines(history, e -> e.number() + "," + exact(e.training()) + ","
			+ exact(e.validation()) + "," + e.seconds());
	}

	private static List<String> lines(final History history,
		final Function<History.Epoch, String> line) {
		final List<String> lines = new ArrayList<>();
		lines.add(HEADER);
		history.epochs().stream().map(line).forEach(lines::add);
		return lines;
	}

	private static String rounded(final History.Epoch e) {
		return String.format(Locale.ROOT, "%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.2f", e.number(),
			e.training().accuracy(), e.training().loss(), e.training().dice(),
			e.validation().accuracy(), e.validation().loss(), e.validation().dice(), e.seconds());
	}

	private static String exact(final Scores s) {
		return s.accuracy() + "," + s.loss() + "," + s.dice();
	}

	/**
	 * @throws IllegalArgumentException if these are not {@link #exact}'s lines: a header, then
	 * epoch 1, 2, ..., at least one; the message is a clause
	 */
	public static History parse(final List<String> lines) {
		if (lines.isEmpty() || !lines.get(0).equals(HEADER))
			throw new IllegalArgumentException("its history does not begin with " + HEADER);
		if (lines.size() == 1) throw new IllegalArgumentException("its history has no epoch");
		History history = History.EMPTY;
		for (final String line : lines.subList(1, lines.size())) {
			final double[] v = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble)
				.toArray();
			if (v.length != 8 || v[0] != history.epochs().size() + 1)
				throw new IllegalArgumentException("its history has the odd line " + line);
			history = history.plus(new History.Epoch((int) v[0], new Scores(v[2], v[1], v[3]),
				new Scores(v[5], v[4], v[6]), v[7]));
		}
		return history;
	}
}
