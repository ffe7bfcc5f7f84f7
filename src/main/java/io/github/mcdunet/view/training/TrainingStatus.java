package io.github.mcdunet.view.training;

import io.github.mcdunet.forecast.TimeLeft;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.io.NumberText;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a training stands, as a window says it.
 *
 * @param epoch that is being trained, from 1; 0 before the first
 * @param done batches of it
 * @param batches of each epoch, at least 1
 * @param epochStart in nanoseconds
 * @param history empty before the first epoch has ended
 */
record TrainingStatus(TrainingSettings settings, int epoch, int done, int batches, long epochStart,
	Optional<History> history) {

	/** Before anything has happened. */
	static final TrainingStatus NEW = new TrainingStatus(TrainingSettings.defaults(), 0, 0, 1, 0,
		Optional.empty());

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
		return new TrainingStatus(settings, epoch, done, batches, epochStart, Optional.of(upToNow));
	}

	private List<History.Epoch> epochs() {
		return history.map(History::epochs).orElse(List.of());
	}

	private int epochsDone() {
		return epochs().size();
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
		return TimeLeft.ofEpochs(settings.epochs(),
			epochs().stream().mapToDouble(History.Epoch::seconds).toArray(), part(),
			(now - epochStart) / 1e9);
	}

	/** The best epoch in words, empty before the first epoch has ended. */
	String bestLine() {
		if (history.isEmpty()) return " ";
		final History.Epoch best = history.get().best();
		return String.format(Locale.ROOT,
			"Best epoch: %d (dashed line), with validation loss %.4f and Dice %.3f", best.number(),
			best.validation().loss(), best.validation().dice());
	}
}
