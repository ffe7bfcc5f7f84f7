package io.github.mcdunet.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.command.dialog.LastModel;
import io.github.mcdunet.command.dialog.OutputFile;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.evaluation.trust.EstimatorComparison;
import io.github.mcdunet.evaluation.trust.TrustReport;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.OpenImages;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.imagej.result.PredictionMark;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.view.chart.TrustPlots;
import io.github.mcdunet.workflow.Estimator;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Predicts images whose objects are known, and says whether the probability and the uncertainty may
 * be trusted.
 */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Trust Report...",
	headless = true)
public class Trust extends CancelableCommand {

	@Parameter(label = "Images", description = "Images that the network has not learnt from.",
		autoFill = false, persist = false)
	private ImagePlus images;

	@Parameter(label = "Objects are marked in",
		description = "Where the true objects are: in a mask stack (0 = background), in a label stack (each object its number), in a class stack (each class its number), in the images' overlay, or in the ROI Manager, each ROI on its slice and each ROI group a class.",
		choices = { Choices.MASK_STACK, Choices.LABEL_STACK, Choices.CLASS_STACK, Choices.OVERLAY,
			Choices.ROI_MANAGER },
		persist = false)
	private String truth = Choices.MASK_STACK;

	@Parameter(label = "Mask stack",
		description = "One mask, label or class image per image, of the same size: 0 is background, everything else is object. Not for marks in the overlay or the ROI Manager.",
		required = false, autoFill = false, persist = false)
	private ImagePlus masks;

	@Parameter(label = "Marks are",
		description = "Complete: what is not marked is background. Only some pixels: what is not marked is unknown and does not count; background is then marked like a class (value 1 of a class stack, or a ROI group called 'background').",
		choices = { Choices.COMPLETE, Choices.SPARSE }, persist = false)
	private String marks = Choices.COMPLETE;

	@Parameter(label = "Model file", description = "A model that 'Train U-Net...' wrote.",
		style = "open", persistKey = LastModel.KEY)
	private File modelFile;

	@Parameter(label = "Second model (optional)",
		description = "Optional, for 'Ensemble': a model of the same channels, such as that of a training with another seed.",
		style = "open", required = false, persist = false)
	private File secondModel;

	@Parameter(label = "Third model (optional)",
		description = "Optional, for 'Ensemble': one more such model.", style = "open",
		required = false, persist = false)
	private File thirdModel;

	@Parameter(label = "Uncertainty comes from",
		description = "MC dropout: samples with other parts of the network dropped out. Test-time augmentation: eight flips and rotations of each image, which also works for a plain U-Net. Ensemble: all the models together. All side by side: a table with a row for each of them.",
		choices = { Choices.BY_DROPOUT, Choices.BY_AUGMENTATION, Choices.BY_ENSEMBLE,
			Choices.SIDE_BY_SIDE },
		persist = false)
	private String estimator = Choices.BY_DROPOUT;

	@Parameter(label = "Samples",
		description = "Predictions per image; test-time augmentation rounds up to a multiple of 8, an ensemble to one of its models. A plain U-Net uses 1, or 8 with test-time augmentation.",
		min = "1", max = "8000", persist = false)
	private int samples = 20;

	@Parameter(label = "Random seed",
		description = "Decides what is dropped out: the same seed repeats the report exactly.",
		persist = false)
	private long seed = 1;

	@Parameter(label = "Save report as (optional)",
		description = "Optional: a .csv file for the table of the images. The other tables, the sentences and the plots are written beside it.",
		style = "save", required = false, persist = false)
	private File csvFile;

	@Parameter(label = "Calibration", type = ItemIO.OUTPUT)
	private ResultsTable calibration;

	@Parameter(label = "Error detection", type = ItemIO.OUTPUT)
	private ResultsTable detection;

	@Parameter(label = "Summary", type = ItemIO.OUTPUT)
	private ResultsTable summary;

	@Parameter(label = "Estimators", type = ItemIO.OUTPUT)
	private ResultsTable estimators;

	@Parameter(label = "Reliability", type = ItemIO.OUTPUT)
	private ImagePlus reliability;

	@Parameter(label = "Risk and coverage", type = ItemIO.OUTPUT)
	private ImagePlus risk;

	@Parameter(label = "Checking uncertain pixels", type = ItemIO.OUTPUT)
	private ImagePlus checking;

	@Override
	protected void execute(final Progress progress) {
		final Optional<OutputFile> table = OutputFile.checked(csvFile);
		final List<UNetModel> models = models();
		if (!truth.equals(Choices.OVERLAY) && !truth.equals(Choices.ROI_MANAGER)
			&& InputChecks.isGiven(masks))
			PredictionMark.doubtTruth(masks).ifPresent(progress::message);
		final Dataset data = MarkedImages.read(images, truth, marks, masks, progress::message);
		final EstimatorComparison comparison = new EstimatorComparison();
		for (final Estimator e : chosen(models))
			comparison.add(e.label(), report(e, models, data, progress));
		final TrustReport first = comparison.reports().values().iterator().next();
		table.ifPresent(file -> TrustFiles.write(first, file));
		first.sentences().forEach(progress::message);
		first.notes().forEach(progress::message);
		take(first);
		if (comparison.reports().size() > 1) take(comparison, table);
	}

	private List<UNetModel> models() {
		final List<UNetModel> models = new ArrayList<>();
		for (final File file : Arrays.asList(modelFile, secondModel, thirdModel))
			if (file != null && !file.getPath().isEmpty())
				models.add(ModelFile.read(OutputFile.existingModel(file)));
		return models;
	}

	private List<Estimator> chosen(final List<UNetModel> models) {
		return Arrays.stream(Estimator.values()).filter(e -> estimator.equals(Choices.SIDE_BY_SIDE)
			? e.fits(models) : estimator.equals(e.label())).collect(Collectors.toList());
	}

	private TrustReport report(final Estimator e, final List<UNetModel> models, final Dataset data,
		final Progress progress) {
		final TrustReport report = new TrustReport();
		final List<String> omissions = new ArrayList<>();
		e.predictor(models).samples(samples).seed(seed).run(ImageStacks.series(images),
			(i, maps) -> {
				// NB: nothing says whether the prediction of an unmarked image is right
				if (data.get(i).labels().known() == 0) return;
				if (maps.omission().isEmpty())
					report.add(data.get(i).name(), data.get(i).labels(), maps);
				else
					omissions.add(maps.omission().get().cause());
			}, progress);
		if (report.images() == 0)
			throw new McdUnetException("There is no image to judge the model by. "
				+ omissions.stream().limit(3).collect(Collectors.joining(" "))
				+ (omissions.size() > 3 ? " And so on." : "") + " Choose other images.");
		return report;
	}

	private void take(final EstimatorComparison comparison, final Optional<OutputFile> table) {
		estimators = Tables.of(comparison.table());
		ShownResults.table(estimators, "MC Dropout U-Net estimators");
		table.ifPresent(file -> comparison.table().write(file.sibling("-estimators.csv").path()));
	}

	private void take(final TrustReport report) {
		calibration = Tables.of(report.calibrationTable());
		detection = Tables.of(report.detectionTable());
		summary = Tables.of(report.summaryTable());
		final String title = images.getTitle();
		reliability = new ImagePlus(OpenImages.uniqueTitle(title + " reliability"),
			TrustPlots.reliability(report));
		risk = new ImagePlus(OpenImages.uniqueTitle(title + " risk and coverage"),
			TrustPlots.riskCoverage(report));
		checking = new ImagePlus(OpenImages.uniqueTitle(title + " checking"),
			TrustPlots.deferral(report));
		ShownResults.plots(reliability, risk, checking);
		ShownResults.table(calibration, "MC Dropout U-Net calibration");
		ShownResults.table(detection, "MC Dropout U-Net error detection");
		ShownResults.table(summary, "MC Dropout U-Net trust");
	}
}
