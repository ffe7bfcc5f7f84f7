package io.github.mcdunet.view.chart;

import ij.IJ;
import ij.ImagePlus;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.evaluation.TruthMatch;
import io.github.mcdunet.evaluation.quality.Assessment;
import io.github.mcdunet.evaluation.quality.AssessmentText;
import io.github.mcdunet.evaluation.quality.IntervalCoverage;
import io.github.mcdunet.evaluation.quality.Quality;
import io.github.mcdunet.evaluation.quality.QualityCases;
import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.evaluation.trust.TrustReport;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.objects.ImageMeasurement;
import io.github.mcdunet.objects.IntervalFactors;
import io.github.mcdunet.objects.Quantity;
import io.github.mcdunet.objects.Ruler;
import io.github.mcdunet.objects.SampleObjects;
import io.github.mcdunet.training.SettingsText;
import io.github.mcdunet.workflow.Predictor;
import io.github.mcdunet.workflow.Training;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model's uncertainty is worth on the images that its training kept out (the test part, or
 * the validation part if there is none); a main, not a test. Arguments: images, masks, model file,
 * folder for plots, name.
 */
public final class RealDataTrust {

	private final UNetModel model;
	private final Assessment assessment;
	private final TrustReport plain = new TrustReport();
	private final TrustReport calibrated = new TrustReport();
	private final TrustReport augmented = new TrustReport();
	private final IntervalCoverage raw = new IntervalCoverage();
	private final IntervalCoverage widened = new IntervalCoverage();
	private final QualityCases images = new QualityCases(Quality.IMAGE_DICE);
	private final QualityCases objects = new QualityCases(Quality.OBJECT_IOU);

	private RealDataTrust(final UNetModel model) {
		this.model = model;
		assessment = AssessmentText.read(model.manifest(), model.normalization(),
			model.channelNames());
	}

	public static void main(final String[] args) throws IOException {
		final ImagePlus stack = IJ.openImage(args[0]);
		final Dataset data = Datasets.of(stack, IJ.openImage(args[1]));
		final UNetModel model = ModelFile.read(Paths.get(args[2]));
		final Map<String, String> settings = new LinkedHashMap<>();
		model.manifest().forEach((k, v) -> {
			if (k.startsWith("settings.")) settings.put(k.substring(9), v);
		});
		final Split split = new Training(SettingsText.parse(settings)).split(data);
		final List<Integer> part = split.test().isEmpty() ? split.validation() : split.test();
		final RealDataTrust trust = new RealDataTrust(model);
		for (int i = 0; i < part.size(); i++)
			trust.add(i, data.get(part.get(i)),
				new Ruler(data.get(part.get(i)).width(), data.get(part.get(i)).height(),
					ImageStacks.pixelSize(stack), data.get(part.get(i)).pixels()));
		trust.print(args[4] + ", " + part.size()
			+ (split.test().isEmpty() ? " validation" : " test") + " images");
		trust.plot(Paths.get(args[3]), args[4]);
	}

	private void add(final int number, final LabeledImage s, final Ruler ruler) {
		final UncertaintyMaps maps = new Predictor(model).sampleMasks(0.5).run(s.image(),
			Progress.NONE);
		plain.add(s.name(), s.labels(), maps);
		calibrated.add(s.name(), s.labels(), scaled(maps));
		augmented.add(s.name(), s.labels(), Predictor.views(model).run(s.image(), Progress.NONE));
		final Labels found = ConnectedComponents.label(maps.mask(0.5), 0),
			truth = ConnectedComponents.label(s.labels(), 0);
		if (maps.samples() < 2) return;
		final SampleObjects sampled = new SampleObjects(found, maps, maps.sampleMasks().get(),
			ruler);
		final ImageMeasurement measured = sampled.measure(Progress.NONE);
		raw.add(measured, found, truth, ruler);
		final IntervalFactors factors = assessment.intervals();
		widened.add(sampled.factors(factors).measure(Progress.NONE), found, truth, ruler);
		images.add(number, measured, Overlap.of(maps.mask(0.5), s.labels()));
		objects.add(number, measured, TruthMatch.of(found, truth));
	}

	private UncertaintyMaps scaled(final UncertaintyMaps maps) {
		final TemperatureScaling t = assessment.temperature().orElse(new TemperatureScaling(1));
		final float[] p = t.apply(maps.probability()), u = new float[p.length];
		for (int i = 0; i < p.length; i++)
			u[i] = (float) UncertaintyMaps.entropy(p[i]);
		return new UncertaintyMaps(maps.width(), maps.height(), maps.samples(), p, u,
			maps.mutualInformation(), maps.variance());
	}

	private void print(final String title) {
		System.out.println(title + "\ntemperature of the validation part: "
			+ assessment.temperature().map(TemperatureScaling::temperature));
		System.out
			.println("as it is:\n" + plain.summaryTable().toCsv() + plain.detectionTable().toCsv());
		plain.sentences().forEach(System.out::println);
		System.out.println("with that temperature:\n" + calibrated.summaryTable().toCsv());
		System.out.println("test-time augmentation:\n" + augmented.summaryTable().toCsv()
			+ augmented.detectionTable().toCsv());
		for (final Quantity q : Quantity.values()) {
			System.out.println(q + " as it is: " + raw.coverageSentence(q));
			System.out.println(q + " widened by " + assessment.intervals().factor(q) + ": "
				+ widened.coverageSentence(q));
		}
		System.out.println(assessment.imageQuality().note() + " Here: "
			+ assessment.imageQuality().errorOn(images).sentence());
		System.out.println(assessment.objectQuality().note() + " Here: "
			+ assessment.objectQuality().errorOn(objects).sentence());
	}

	private void plot(final Path folder, final String name) {
		PngFile.write(TrustPlots.reliability(plain), folder.resolve(name + "-reliability.png"));
		PngFile.write(TrustPlots.riskCoverage(plain), folder.resolve(name + "-risk.png"));
		PngFile.write(TrustPlots.deferral(plain), folder.resolve(name + "-checking.png"));
	}
}
