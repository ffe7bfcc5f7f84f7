package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.evaluation.quality.AssessmentText;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.training.HistoryText;
import io.github.mcdunet.training.TrainedNetwork;
import io.github.mcdunet.training.Trainer;
import io.github.mcdunet.training.TrainingResult;
import io.github.mcdunet.training.TrainingState;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One training on its data, new or resumed: makes a model or a checkpoint of what the trainer says.
 */
record TrainingRun(TrainingPlan plan, PixelSize pixelSize, Dataset data, DataHash hash) {

	TrainingResult run(final Trainer trainer, final Consumer<TrainingState> epochEnd,
		final Progress progress) {
		final Split split = plan.split();
		final TrainedNetwork trained = trainer.train(data.subset(split.training()),
			data.subset(split.validation()), progress, epochEnd);
		final UNetModel model = model(trained.parameters(),
			TrainingText.manifest(plan, data, hash.named(), trained.history(),
				TrainingText.found(trained, data.subset(split.training()))),
			HistoryText.of(trained.history()));
		return new TrainingResult(
			trained.end() == TrainingResult.End.CANCELED ? model : assessed(model, progress),
			trained.history(), split, trained.end());
	}

	/** NB: neither a cancel now nor a model that cannot predict must lose the model. */
	private UNetModel assessed(final UNetModel model, final Progress progress) {
		try {
			return model.with(
				AssessmentText.of(SelfAssessment.of(model, data.subset(plan.split().training()),
					data.subset(plan.split().validation()), progress)));
		}
		catch (final CancellationException e) {
			return model;
		}
		catch (final McdUnetException e) {
			progress.warn("WARNING: " + e.getMessage());
			return model;
		}
	}

	/** Adds all that is needed to resume to a state. */
	Checkpoint checkpoint(final TrainingState state) {
		return new Checkpoint(
			model(state.best(),
				TrainingText.manifest(plan, data, hash.named(), state.history(),
					TrainingText.unfinished()),
				HistoryText.exact(state.history())),
			state.parameters(), state.optimizer(), TrainingText.checkpoint(plan, state));
	}

	private UNetModel model(final Parameters parameters, final Map<String, String> manifest,
		final List<String> history) {
		return new UNetModel(parameters, plan.settings().normalization(), data.channelNames(),
			pixelSize, manifest, history, data.classes());
	}
}
