package io.github.mcdunet.view.training;

import io.github.mcdunet.Progress;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.Preview;
import io.github.mcdunet.training.TrainingListener;
import io.github.mcdunet.training.TrainingSettings;

import java.util.ArrayList;
import java.util.List;

/**
 * Stands between the thread that trains and the one that draws: keeps the newest state for the one,
 * and what the person decided for the other. Safe for both.
 */
final class TrainingMonitor implements TrainingListener, Progress {

	/** In pixels; about what a window shows. */
	private static final int LARGEST_PREVIEW = 512;

	private final Progress progress;
	private final PreviewAlbum album = new PreviewAlbum();
	private final List<String> log = new ArrayList<>();
	private TrainingStatus status = TrainingStatus.NEW;
	private String warning = "";
	private String stage = "";
	private double stageShare;
	private boolean stopped;
	private boolean discarded;

	/** @param progress is told everything too, and may cancel */
	TrainingMonitor(final Progress progress) {
		this.progress = progress;
	}

	@Override
	public synchronized void trainingBegins(final TrainingSettings settings,
		final int validationImages) {
		status = status.begin(settings);
		album.open(validationImages);
	}

	@Override
	public synchronized void batchBegins(final int epoch, final int done, final int batches) {
		status = status.batch(epoch, done, batches, System.nanoTime());
		stage = "";
	}

	@Override
	public int previewImage() {
		return album.next();
	}

	@Override
	public void previewed(final Preview preview) {
		// NB: in this thread, as a large image would hold up the one that draws, and Fiji with it.
		album.add(preview.reduced(LARGEST_PREVIEW));
	}

	@Override
	public synchronized void epochEnds(final History history) {
		status = status.epoch(history);
	}

	@Override
	public void report(final String what, final long done, final long total) {
		progress.report(what, done, total);
		synchronized (this) {
			stage = what;
			stageShare = (double) done / total;
		}
	}

	@Override
	public void message(final String line) {
		progress.message(line);
		synchronized (this) {
			log.add(line);
		}
	}

	@Override
	public void warn(final String sentence) {
		progress.warn(sentence);
		synchronized (this) {
			log.add(sentence);
			warning = sentence;
		}
	}

	@Override
	public boolean isCanceled() {
		return isStopped() || progress.isCanceled();
	}

	/** Ends the training with the best epoch so far. */
	synchronized void stop() {
		stopped = true;
	}

	/** Ends the training, and nothing of it shall be kept. */
	synchronized void discard() {
		stopped = true;
		discarded = true;
	}

	synchronized boolean isStopped() {
		return stopped;
	}

	synchronized boolean isDiscarded() {
		return discarded;
	}

	synchronized TrainingStatus status() {
		return status;
	}

	/** What is done now, in words. */
	synchronized String line() {
		if (discarded) return "Canceling...";
		if (stopped) return "Stopping with the best epoch...";
		return stage.isEmpty() || stage.startsWith("Epoch ") ? status.line(System.nanoTime())
			: stage;
	}

	/** How much of that is done, 0..1. */
	synchronized double share() {
		return stage.isEmpty() || stage.startsWith("Epoch ") ? status.share() : stageShare;
	}

	/** The last warning; empty as long as there is none. */
	synchronized String warning() {
		return warning;
	}

	/** All messages up to now. */
	synchronized List<String> log() {
		return List.copyOf(log);
	}

	PreviewAlbum album() {
		return album;
	}
}
