package io.github.mcdunet.view.chart;

import ij.IJ;
import ij.ImagePlus;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.view.figure.FigureMontage;
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
 * Trains on an image stack and a mask stack, predicts the part that was not trained on, and reports
 * scores and how the uncertainty lies on wrong and right pixels; a main, not a test. Arguments:
 * images, masks, folder for the results, name, dropout rate, epochs, share of the images for
 * validation, seed, the share to keep out altogether (default 0), and anything to divide
 * intensities by the maximum, as the reference does, instead of scaling them by percentiles.
 */
public final class RealDataReport {

	private RealDataReport() {
	}

	public static void main(final String[] args) throws IOException {
		final ImagePlus images = IJ.openImage(args[0]);
		final Dataset data = Datasets.of(images, IJ.openImage(args[1]));
		final Path folder = Files.createDirectories(Paths.get(args[2]));
		final String name = args[3];
		final TrainingSettings settings = TrainingSettings.defaults()
			.dropoutRate(Double.parseDouble(args[4])).epochs(Integer.parseInt(args[5]))
			.validationFraction(Double.parseDouble(args[6])).seed(Long.parseLong(args[7]))
			.testFraction(args.length > 8 ? Double.parseDouble(args[8]) : 0)
			.normalization(args.length > 9 ? Normalization.maximum()
				: TrainingSettings.defaults().normalization());
		final Training training = new Training(settings).pixelSize(ImageStacks.pixelSize(images));
		final Split split = training.split(data);
		final long start = System.nanoTime();
		final UNetModel model = training.run(data, split, new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				// the lines per epoch are enough
			}

			@Override
			public void message(final String line) {
				System.out.println(line);
			}
		}).model();
		final double trained = (System.nanoTime() - start) / 1e9;
		ModelFile.write(model, folder.resolve(name + ".mcdunet.zip"));
		PngFile.write(HistoryChart.picture(model.history()), folder.resolve(name + "-curves.png"));
		Files.write(folder.resolve(name + "-history.csv"), model.history());
		try (PrintStream out = new PrintStream(folder.resolve(name + "-report.txt").toFile(),
			"UTF-8")) {
			out.printf(Locale.ROOT,
				"%s: %d images to train, %d to validate; %s of %s epochs in %.0f s, best %s; end: %s%n",
				name, split.training().size(), split.validation().size(),
				model.manifest().get("result.epochs"), args[5], trained,
				model.manifest().get("result.bestEpoch"), model.manifest().get("result.end"));
			predict(model, data.subset(split.validation()), folder, name, out);
		}
		System.out.println(new String(Files.readAllBytes(folder.resolve(name + "-report.txt")),
			StandardCharsets.UTF_8));
	}

	private static void predict(final UNetModel model, final Dataset test, final Path folder,
		final String name, final PrintStream out) throws IOException {
		final EvaluationReport report = new EvaluationReport();
		final FigureMontage figure = new FigureMontage(200, test.channelNames());
		final double[] sums = new double[2];
		final long[] counts = new long[2];
		final long start = System.nanoTime();
		double prediction = 0;
		for (int k = 0; k < test.size(); k++) {
			final LabeledImage s = test.get(k);
			final long t0 = System.nanoTime();
			final io.github.mcdunet.inference.UncertaintyMaps maps = new Predictor(model)
				.samples(20).run(s.image(), Progress.NONE);
			prediction += (System.nanoTime() - t0) / 1e9;
			final byte[] mask = maps.mask(0.5).classes();
			report.add(s.name(), Rows.row(mask), s.labels());
			if (k < 5) figure.add(s, maps, 0.5);
			for (int i = 0; i < mask.length; i++) {
				sums[mask[i] == s.labels().classes()[i] ? 1 : 0] += maps.entropy()[i];
				counts[mask[i] == s.labels().classes()[i] ? 1 : 0]++;
			}
		}
		Files.write(folder.resolve(name + "-dice.csv"),
			report.table().toCsv().getBytes(StandardCharsets.UTF_8));
		PngFile.write(figure.render(), folder.resolve(name + "-figure.png"));
		out.printf(Locale.ROOT,
			"Dice: median %.4f, mean %.4f; mean entropy on wrong pixels %.3f, on right pixels %.4f (%.1f times); "
				+ "%.2f s an image (%.0f s with reports)%n",
			report.median(Overlap::dice), report.mean(Overlap::dice), sums[0] / counts[0],
			sums[1] / counts[1], sums[0] / counts[0] / (sums[1] / counts[1]),
			prediction / test.size(), (System.nanoTime() - start) / 1e9);
	}
}
