package io.github.mcdunet.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What happened in each epoch. Epochs count from 1. */
public final class History {

	/** Columns of {@link #csv()}; the first four and val_ ones as Keras's CSVLogger names them. */
	public static final String HEADER = "epoch,acc,loss,dice,val_acc,val_loss,val_dice,seconds";

	/** One epoch. */
	public static final class Epoch {

		private final int number;
		private final Scores training;
		private final Scores validation;
		private final double seconds;

		Epoch(final int number, final Scores training, final Scores validation,
			final double seconds) {
			this.number = number;
			this.training = training;
			this.validation = validation;
			this.seconds = seconds;
		}

		public int number() {
			return number;
		}

		/** With dropout on, averaged while the weights changed, on augmented images. */
		public Scores training() {
			return training;
		}

		/** At the end of the epoch; see {@link TrainingSettings#validationSamples}. */
		public Scores validation() {
			return validation;
		}

		public double seconds() {
			return seconds;
		}

		String csv() {
			return String.format(Locale.ROOT, "%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.2f", number,
				training.accuracy(), training.loss(), training.dice(), validation.accuracy(),
				validation.loss(), validation.dice(), seconds);
		}
	}

	private final List<Epoch> epochs = new ArrayList<>();

	void add(final Epoch epoch) {
		epochs.add(epoch);
	}

	History copy() {
		final History copy = new History();
		copy.epochs.addAll(epochs);
		return copy;
	}

	public List<Epoch> epochs() {
		return Collections.unmodifiableList(epochs);
	}

	/** The epoch with the smallest validation loss, the earlier one of equals. */
	public Epoch best() {
		Epoch best = epochs.get(0);
		for (final Epoch e : epochs)
			if (e.validation.loss() < best.validation.loss()) best = e;
		return best;
	}

	/** As {@link #csv()}, but with every digit, so that {@link #parse} gives the same numbers. */
	List<String> exactCsv() {
		final List<String> lines = new ArrayList<>();
		lines.add(HEADER);
		for (final Epoch e : epochs)
			lines.add(
				e.number + "," + exact(e.training) + "," + exact(e.validation) + "," + e.seconds);
		return lines;
	}

	private static String exact(final Scores s) {
		return s.accuracy() + "," + s.loss() + "," + s.dice();
	}

	/**
	 * @throws IllegalArgumentException if these are not {@link #exactCsv()}'s lines: a header, then
	 * epoch 1, 2, ...
	 */
	static History parse(final List<String> lines) {
		if (lines.isEmpty() || !lines.get(0).equals(HEADER))
			throw new IllegalArgumentException("its history does not begin with " + HEADER);
		final History history = new History();
		for (final String line : lines.subList(1, lines.size())) {
			final double[] v = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble)
				.toArray();
			if (v.length != 8 || v[0] != history.epochs.size() + 1)
				throw new IllegalArgumentException("its history has the odd line " + line);
			history.add(new Epoch((int) v[0], new Scores(v[2], v[1], v[3]),
				new Scores(v[5], v[4], v[6]), v[7]));
		}
		return history;
	}

	/** A header and one line per epoch. */
	public List<String> csv() {
		final List<String> lines = new ArrayList<>();
		lines.add(HEADER);
		for (final Epoch e : epochs)
			lines.add(e.csv());
		return lines;
	}
}
