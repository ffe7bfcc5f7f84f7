package io.github.mcdunet.command;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.io.LockFile;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What one training has for itself while it runs: its model file, which no second training may
 * write to, not even that of another Fiji; and the time to write it when Fiji is quit, which stops
 * the training as a cancel does.
 */
final class TrainingPlace implements AutoCloseable {

	private static final int PATIENCE = 15; // seconds that quitting waits at most

	private final LockFile lock;
	private final CountDownLatch written = new CountDownLatch(1);
	private final Thread atQuit = new Thread(this::stopAndWait,
		"MC Dropout U-Net training at quit");
	private volatile boolean quitting;

	private TrainingPlace(final LockFile lock) {
		this.lock = lock;
		Runtime.getRuntime().addShutdownHook(atQuit);
	}

	/**
	 * @throws McdUnetException if another training has this model file just now, or nothing can be
	 * written beside it
	 */
	static TrainingPlace take(final OutputFile model) {
		try {
			return new TrainingPlace(
				LockFile.take(model.sibling(".mcdunet.lock").path())
					.orElseThrow(() -> new McdUnetException("Another training is writing to '"
						+ model.path()
						+ "' just now. Wait for its end, stop it, or choose another model file.")));
		}
		catch (final IOException e) {
			throw new McdUnetException("Nothing can be written beside '" + model.path() + "' ("
				+ e.getMessage() + "). Choose another folder for the model.", e);
		}
	}

	/** The same progress, canceled too when Fiji is quit. */
	Progress canceling(final Progress progress) {
		return new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				progress.report(stage, done, total);
			}

			@Override
			public void message(final String line) {
				progress.message(line);
			}

			@Override
			public void warn(final String sentence) {
				progress.warn(sentence);
			}

			@Override
			public boolean isCanceled() {
				return quitting || progress.isCanceled();
			}
		};
	}

	private void stopAndWait() {
		quitting = true;
		try {
			written.await(PATIENCE, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Everything is written. */
	@Override
	public void close() {
		try {
			lock.close();
		}
		catch (final IOException e) {
			// NB: the folder or its drive is gone, which the writing of the model has said
		}
		finally {
			written.countDown();
			if (!quitting) forgetQuitting();
		}
	}

	private void forgetQuitting() {
		try {
			Runtime.getRuntime().removeShutdownHook(atQuit);
		}
		catch (final IllegalStateException e) {
			// NB: Fiji is quitting this very moment, and the hook runs; it finds everything written
		}
	}
}
