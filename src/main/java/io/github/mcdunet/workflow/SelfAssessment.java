package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.evaluation.TruthMatch;
import io.github.mcdunet.evaluation.quality.Assessment;
import io.github.mcdunet.evaluation.quality.ImageStatistics;
import io.github.mcdunet.evaluation.quality.IntervalCoverage;
import io.github.mcdunet.evaluation.quality.OutOfDistribution;
import io.github.mcdunet.evaluation.quality.Quality;
import io.github.mcdunet.evaluation.quality.QualityCases;
import io.github.mcdunet.evaluation.quality.QualityPrediction;
import io.github.mcdunet.evaluation.trust.TemperatureFit;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.Ruler;

import java.util.ArrayList;
import java.util.List;

/**
 * Predicts a model's validation images and compares with their truth, so that the model can say
 * what its predictions are worth.
 */
final class SelfAssessment {

	private static final double THRESHOLD = 0.5;

	/** Images that are enough to know; more would only take time. */
	private static final int MOST = 60;

	private final UNetModel model;
	private final TemperatureFit temperature = new TemperatureFit();
	private final IntervalCoverage intervals = new IntervalCoverage();
	private final QualityCases images = new QualityCases(Quality.IMAGE_DICE);
	private final QualityCases objects = new QualityCases(Quality.OBJECT_IOU);

	private SelfAssessment(final UNetModel model) {
		this.model = model;
	}

	/**
	 * @param training the parts of the data as they were for the training
	 * @param validation the parts of the data as they were for the training
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	static Assessment of(final UNetModel model, final Dataset training, final Dataset validation,
		final Progress progress) {
		final SelfAssessment self = new SelfAssessment(model);
		final List<ImageStatistics> statistics = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST, validation.size()); i++) {
			self.add(i, validation.get(i), progress.part(i, Math.min(MOST, validation.size())));
			statistics.add(self.statistics(validation.get(i)));
		}
		for (int i = 0; i < Math.min(MOST, training.size()); i++)
			statistics.add(self.statistics(training.get(i)));
		return new Assessment(model.normalization(), model.channelNames(), self.temperature.fit(),
			self.intervals.factors(), QualityPrediction.fit(self.images),
			QualityPrediction.fit(self.objects), OutOfDistribution.of(statistics));
	}

	private ImageStatistics statistics(final LabeledImage image) {
		return ImageStatistics.of(image.image(), model.normalization().scale(image.image()),
			model.channelNames());
	}

	private void add(final int number, final LabeledImage image, final Progress progress) {
		final UncertaintyMaps maps = new Predictor(model).sampleMasks(THRESHOLD).run(image.image(),
			progress);
		temperature.add(maps.probability(), image.labels());
		final SegmentedImage found = new ObjectAnalysis().threshold(THRESHOLD).smallestOf(model)
			.run(maps, image.image(), model.pixelSize());
		found.measurement().ifPresent(measured -> add(number, found, measured, image));
	}

	private void add(final int number, final SegmentedImage found, final ImageMeasurement measured,
		final LabeledImage image) {
		final Labels truth = image.labels().hasObjects() ? image.labels()
			: ConnectedComponents.label(image.labels(), 0);
		intervals.add(measured, found.labels(), truth,
			new Ruler(image.width(), image.height(), model.pixelSize(), image.pixels()));
		images.add(number, measured, Overlap.of(found.labels(), image.labels()));
		objects.add(number, measured, TruthMatch.of(found.labels(), truth));
	}
}
