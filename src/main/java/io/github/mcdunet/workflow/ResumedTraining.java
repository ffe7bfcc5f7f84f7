package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.Trainer;
import io.github.mcdunet.training.TrainingListener;
import io.github.mcdunet.training.TrainingState;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A training that goes on from its last checkpoint and ends as if it had never stopped. May be run
 * once.
 */
public final class ResumedTraining {

	private final Path file;
	private final Duration pause;
	private final Checkpoint checkpoint;
	private final UnfinishedTraining unfinished;
	private final TrainingState state;

	ResumedTraining(final Path file, final Duration pause) {
		this.file = file;
		this.pause = pause;
		checkpoint = CheckpointFile.read(file);
		try {
			unfinished = UnfinishedTraining.parse(checkpoint.training());
			Training.check(unfinished.settings());
			state = TrainingState.of(checkpoint.parameters(), checkpoint.best().parameters(),
				checkpoint.optimizer(), checkpoint.best().history(),
				UnfinishedTraining.number(checkpoint.training(), UnfinishedTraining.STEPS),
				UnfinishedTraining.maskOffset(checkpoint.training()),
				UnfinishedTraining.batchSizes(checkpoint.training()));
		}
		catch (final IllegalArgumentException e) {
			throw new McdUnetException("The checkpoint \"" + file + "\" cannot be resumed: "
				+ e.getMessage()
				+ ". It was changed, or saved by another version of MC Dropout U-Net. Update the plugin "
				+ "(Help > Update...), or train anew.", e);
		}
	}

	/** Which images train, validate and test. */
	public Split split() {
		return unfinished.split();
	}

	/** Epochs that are done. */
	public int epochs() {
		return state.history().epochs().size();
	}

	/**
	 * Goes on, and writes checkpoints to the same file.
	 *
	 * @param data the images and masks that the training began with; only their names may differ
	 * @return the model of the epoch with the best validation loss; after a cancel, the best so far
	 * @throws McdUnetException if these are other images or masks
	 */
	public UNetModel run(final Dataset data, final Progress progress) {
		return run(data, TrainingListener.NONE, progress);
	}

	/**
	 * As {@link #run(Dataset, Progress)}, with somebody who looks on and changes nothing of the
	 * result.
	 */
	public UNetModel run(final Dataset data, final TrainingListener watcher,
		final Progress progress) {
		unfinished.data().check(data);
		final TrainingRun run = new TrainingRun(unfinished.settings(), unfinished.start(),
			checkpoint.best().pixelSize(), data, split());
		CheckpointFile.removeLeftovers(file);
		progress
			.message("Going on after epoch " + epochs() + " of " + unfinished.settings().epochs());
		return run.run(new Trainer(unfinished.settings(), state, watcher),
			new CheckpointSaver(file, pause, run.checkpoints(), progress), progress);
	}
}
