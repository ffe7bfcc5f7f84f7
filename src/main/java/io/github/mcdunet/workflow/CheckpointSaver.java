package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.TrainingState;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes a checkpoint at the end of every epoch, but not so often that it costs time. That one
 * cannot be written does not stop a training.
 */
final class CheckpointSaver implements Consumer<TrainingState> {

	/**
	 * A checkpoint of the reference network (8 MB) takes about a tenth of a second, so this is 2 %
	 * at most.
	 */
	static final Duration PAUSE = Duration.ofSeconds(5);

	private final Path file;
	private final Duration pause;
	private final Function<TrainingState, Checkpoint> contents;
	private final Progress progress;
	private boolean written;
	private long last;
	private boolean complained;

	/** @param pause the shortest time between two checkpoints */
	CheckpointSaver(final Path file, final Duration pause,
		final Function<TrainingState, Checkpoint> contents, final Progress progress) {
		this.file = file;
		this.pause = pause;
		this.contents = contents;
		this.progress = progress;
	}

	@Override
	public void accept(final TrainingState state) {
		if (written && System.nanoTime() - last < pause.toNanos()) return;
		try {
			CheckpointFile.write(contents.apply(state), file);
			if (complained) progress.warn("The checkpoint could be saved again.");
			complained = false;
		}
		catch (final McdUnetException e) {
			if (!complained)
				progress.warn("WARNING: " + e.getMessage()
					+ " The training goes on and tries again, but if it is broken off, what came after the last checkpoint is lost.");
			complained = true;
		}
		written = true;
		last = System.nanoTime();
	}
}
