package io.github.mcdunet.view.training;

import io.github.mcdunet.forecast.TimeLeft;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.io.NumberText;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where a training stands, as a window says it. Immutable. */
final class TrainingStatus {

	/** Before anything has happened. */
	static final TrainingStatus NEW = new TrainingStatus(TrainingSettings.defaults(), 0, 0, 1, 0,
		null);

	private final TrainingSettings settings;
	private final int epoch;
	private final int done;
	private final int batches;
	private final long epochStart;
	private final History history;

	private TrainingStatus(final TrainingSettings settings, final int epoch, final int done,
		final int batches, final long epochStart, final History history) {
		this.settings = settings;
		this.epoch = epoch;
		this.done = done;
		this.batches = batches;
		this.epochStart = epochStart;
		this.history = history;
	}

	TrainingStatus begin(final TrainingSettings all) {
		return new TrainingStatus(all, epoch, done, batches, epochStart, history);
	}

	/** @param now in nanoseconds */
	TrainingStatus batch(final int number, final int batchesDone, final int batchesInAll,
		final long now) {
		return new TrainingStatus(settings, number, batchesDone, batchesInAll,
			number == epoch ? epochStart : now, history);
	}

	TrainingStatus epoch(final History upToNow) {
		return new TrainingStatus(settings, epoch, done, batches, epochStart, upToNow);
	}

	/** Empty before the first epoch has ended. */
	Optional<History> history() {
		return Optional.ofNullable(history);
	}

	private int epochsDone() {
		return history == null ? 0 : history.epochs().size();
	}

	/** Batches done of the current epoch, 0..1; 0 between two epochs. */
	private double part() {
		return epoch > epochsDone() ? (double) done / batches : 0;
	}

	/** 0..1 of all epochs. */
	double share() {
		return (epochsDone() + part()) / settings.epochs();
	}

	/** @param now in nanoseconds */
	String line(final long now) {
		if (epoch == 0) return "Preparing the images...";
		final String text = String.format(Locale.ROOT, "Epoch %d of %d, batch %d of %d", epoch,
			settings.epochs(), done + 1, batches);
		final OptionalDouble left = secondsLeft(now);
		return left.isPresent() ? text + ": " + NumberText.duration(left.getAsDouble())
			+ (settings.patience() > 0 ? " left, at most" : " left") : text;
	}

	OptionalDouble secondsLeft(final long now) {
		final List<History.Epoch> epochs = history == null ? List.of() : history.epochs();
		return TimeLeft.ofEpochs(settings.epochs(),
			epochs.stream().mapToDouble(History.Epoch::seconds).toArray(), part(),
			(now - epochStart) / 1e9);
	}

	/** The best epoch in words, empty before the first epoch has ended. */
	String bestLine() {
		if (history == null) return " ";
		final History.Epoch best = history.best();
		return String.format(Locale.ROOT,
			"Best epoch: %d (dashed line), with validation loss %.4f and Dice %.3f", best.number(),
			best.validation().loss(), best.validation().dice());
	}
}
