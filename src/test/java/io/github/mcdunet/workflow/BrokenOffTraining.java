package io.github.mcdunet.workflow;

import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.file.CheckpointFile;
import io.github.mcdunet.training.BatchSizes;
import io.github.mcdunet.training.HistoryText;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.training.TrainingState;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A checkpoint made without the native library, as if a first epoch of two had changed nothing. */
public final class BrokenOffTraining {

	private BrokenOffTraining() {
	}

	public static void write(final Path file, final Dataset data) {
		final TrainingSettings settings = TrainingSettings.defaults().epochs(2).baseFilters(2)
			.depth(2);
		final Parameters parameters = Parameters.initial(
			Architecture.reference(data.channels()).baseFilters(2).depth(2).batchNormMomentum(0.9),
			1);
		final TrainingState state = new TrainingState(parameters, parameters.copy(),
			new Adam(parameters),
			HistoryText.parse(List.of("epoch,acc,loss,dice,val_acc,val_loss,val_dice,seconds",
				"1,0.5,0.7,0.5,0.5,0.7,0.5,1")),
			2, Optional.empty(), BatchSizes.parse("2"));
		final DataHash hash = DataHash.of(data);
		final TrainingRun run = new TrainingRun(new TrainingPlan(settings, Optional.empty(),
			data.size(), hash.nameless(), new Training(settings).split(data)),
			PixelSize.UNCALIBRATED, data, hash);
		CheckpointFile.write(run.checkpoint(state), file);
	}
}
