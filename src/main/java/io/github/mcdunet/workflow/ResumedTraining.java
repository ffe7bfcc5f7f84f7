package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.Trainer;
import io.github.mcdunet.training.TrainingListener;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.training.TrainingState;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A training that resumes from its last checkpoint and ends as if it had never stopped. May be run
 * once.
 */
public final class ResumedTraining {

	private static final DateTimeFormatter WHEN = DateTimeFormatter
		.ofPattern("yyyy-MM-dd 'at' HH:mm");

	private final Path file;
	private final Duration pause;
	private final Checkpoint checkpoint;
	private final TrainingPlan plan;
	private final TrainingState state;

	ResumedTraining(final Path file, final Duration pause) {
		this.file = file;
		this.pause = pause;
		checkpoint = CheckpointFile.read(file);
		try {
			plan = TrainingText.plan(checkpoint.training());
			Training.check(plan.settings());
			state = TrainingText.state(checkpoint);
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
		return plan.split();
	}

	/** Epochs that are done. */
	public int epochs() {
		return state.history().epochs().size();
	}

	/** As {@link Training#bytesOnDisk(int)}. */
	public long bytesOnDisk() {
		return Training.bytesOnDisk(checkpoint.parameters().architecture());
	}

	/** Whose checkpoint this is, for a person who may have another training in mind. */
	public String description() {
		final TrainingSettings settings = plan.settings();
		return "The training that \"" + file.getFileName() + "\" is of has done " + epochs()
			+ " of at most " + settings.epochs() + " epochs, last "
			+ Instant.ofEpochMilli(file.toFile().lastModified()).atZone(ZoneId.systemDefault())
				.format(WHEN)
			+ ", with " + plan.images() + " images, learning rate " + settings.learningRate() + ", "
			+ settings.baseFilters() + " base filters, depth " + settings.depth()
			+ ", dropout rate " + settings.dropoutRate() + " and seed " + settings.seed() + ".";
	}

	/**
	 * Resumes, and writes checkpoints to the same file.
	 *
	 * @param data the images and masks that the training began with; only their names may differ
	 * @throws McdUnetException if these are other images or masks
	 */
	public TrainingResult run(final Dataset data, final Progress progress) {
		return run(data, TrainingListener.NONE, progress);
	}

	/**
	 * As {@link #run(Dataset, Progress)}.
	 *
	 * @param listener is told how the training goes, and changes nothing of the result
	 */
	public TrainingResult run(final Dataset marked, final TrainingListener listener,
		final Progress progress) {
		final Dataset data = Training.used(marked, plan.settings());
		final DataHash hash = DataHash.of(data);
		plan.check(data, hash);
		final TrainingRun run = new TrainingRun(plan, checkpoint.best().pixelSize(), data, hash);
		CheckpointFile.removeLeftovers(file);
		progress.message("Going on after epoch " + epochs() + " of " + plan.settings().epochs());
		return run.run(new Trainer(plan.settings(), state, listener),
			new CheckpointSaver(file, pause, run::checkpoint, progress), progress);
	}
}
