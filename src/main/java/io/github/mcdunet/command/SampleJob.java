package io.github.mcdunet.command;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.Tables;
import io.github.mcdunet.imagej.file.RoiFiles;
import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.imagej.result.ResultStacks;
import io.github.mcdunet.io.SafeFile;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.view.chart.HistoryChart;
import io.github.mcdunet.view.chart.PngFile;
import io.github.mcdunet.view.figure.FigureMontage;
import io.github.mcdunet.workflow.ObjectAnalysis;
import io.github.mcdunet.workflow.Predictor;
import io.github.mcdunet.workflow.Training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;

/**
 * The main job from the shell, without Fiji: makes sample images, trains an MC dropout U-Net on
 * some, predicts the others, and leaves model, maps, ROIs, tables and figures in a folder. It is
 * also the example of how to use the plugin from a program.
 */
public final class SampleJob {

	private static final int IMAGES = 48;
	private static final int SIZE = 192;
	private static final int EPOCHS = 60;

	private final Path folder;
	private final PrintStream out;

	private SampleJob(final Path folder, final PrintStream out) {
		this.folder = folder;
		this.out = out;
	}

	/**
	 * @param args the folder for the results; optionally the number of images, their size and the
	 * number of epochs
	 */
	public static void main(final String[] args) throws IOException {
		run(Paths.get(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : IMAGES,
			args.length > 2 ? Integer.parseInt(args[2]) : SIZE,
			args.length > 3 ? Integer.parseInt(args[3]) : EPOCHS, System.out);
	}

	/** @return the Dice scores and their kin on the test images */
	static EvaluationReport run(final Path folder, final int images, final int size,
		final int epochs, final PrintStream out) throws IOException {
		Files.createDirectories(folder);
		return new SampleJob(folder, out).run(images, size, epochs);
	}

	private EvaluationReport run(final int images, final int size, final int epochs) {
		final Dataset data = new SyntheticWorms(size).generate(images, 1);
		final Training training = new Training(
			TrainingSettings.defaults().epochs(epochs).testFraction(0.125).seed(1));
		final Split split = training.split(data);
		final UNetModel model = training.run(data, split, new Lines(out)).model();
		ModelFile.write(model, folder.resolve("worms.mcdunet.zip"));
		write("history.csv", String.join("\n", model.history()) + "\n");
		split.table(data).write(folder.resolve("split.csv"));
		PngFile.write(HistoryChart.picture(model.history()), folder.resolve("curves.png"));
		return predict(model, data.subset(split.test()));
	}

	private EvaluationReport predict(final UNetModel model, final Dataset test) {
		final ImagePlus input = Datasets.images(test, "Test images");
		final ObjectAnalysis analysis = new ObjectAnalysis(model).minimumArea(20);
		final ResultStacks results = new ResultStacks(input, analysis, new ResultOptions());
		final FigureMontage figure = new FigureMontage(192, test.channelNames());
		final EvaluationReport report = new EvaluationReport();
		new Predictor(model).samples(20).run(ImageStacks.series(input), (i, maps) -> {
			final LabeledImage s = test.get(i);
			results.accept(i, maps);
			figure.add(s, maps, analysis.threshold());
			report.add(s.name(), maps.mask(analysis.threshold()), s.labels());
		}, Progress.NONE);
		save(input, "images.tif");
		save(Datasets.masks(test, "True masks"), "truth.tif");
		save(results.probability(), "probability.tif");
		save(results.mask(), "mask.tif");
		save(results.uncertainty(), "uncertainty.tif");
		RoiFiles.write(results.rois(), folder.resolve("RoiSet.zip"));
		Tables.write(results.table(), folder.resolve("objects.csv"));
		report.table().write(folder.resolve("dice.csv"));
		PngFile.write(figure.render(), folder.resolve("figure.png"));
		out.printf(Locale.ROOT,
			"Test images: median Dice %.3f, mean %.3f, %d objects. Results are in %s%n",
			report.median(Overlap::dice), report.mean(Overlap::dice), results.table().size(),
			folder);
		return report;
	}

	private void save(final ImagePlus image, final String name) {
		final String file = folder.resolve(name).toString();
		final FileSaver saver = new FileSaver(image);
		if (!(image.getStackSize() > 1 ? saver.saveAsTiffStack(file) : saver.saveAsTiff(file)))
			throw new McdUnetException("'" + file + "' could not be written. Is the disk full?");
		IJ.showStatus("");
	}

	private void write(final String name, final String text) {
		SafeFile.write(folder.resolve(name), "table", text.getBytes(StandardCharsets.UTF_8));
	}

	/** Prints what the training has to say. */
	private static final class Lines implements Progress {

		private final PrintStream out;

		Lines(final PrintStream out) {
			this.out = out;
		}

		@Override
		public void report(final String stage, final long done, final long total) {
			// the lines per epoch are enough
		}

		@Override
		public void message(final String line) {
			out.println(line);
		}
	}
}
