package io.github.mcdunet.workflow;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.ObjectScore;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.imagej.Truth;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.objects.ConnectedComponents;
import io.github.mcdunet.training.TrainingSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How well touching objects are told apart on real images: a quarter is kept out, the rest trains
 * with the defaults and <i>Separate touching objects</i>, several times with other splits and seeds.
 * Beside the objects of the watershed stand the connected regions of the same predictions and of the
 * true masks.
 * <p>
 * Arguments: images.tif labels.tif folder-for-models number-of-splits [epochs]
 */
public final class TouchingObjects {

	private final Dataset data;
	private final Path models;
	private final int epochs;

	private TouchingObjects(final Dataset data, final Path models, final int epochs) {
		this.data = data;
		this.models = models;
		this.epochs = epochs;
	}

	public static void main(final String[] args) throws IOException {
		final ImagePlus images = IJ.openImage(args[0]), labels = IJ.openImage(args[1]);
		final Dataset data = Datasets.of(images, Truth.complete(Truth.Kind.OBJECTS), labels,
			new Roi[0], System.out::println);
		final TouchingObjects job = new TouchingObjects(data,
			Files.createDirectories(Paths.get(args[2])),
			args.length > 4 ? Integer.parseInt(args[4]) : TrainingSettings.defaults().epochs());
		System.out.println(
			"split | foreground Dice | F1 at 0.5 | AP at 0.5 | AP at 0.75 | splits | merges | connected: F1, AP | true masks: F1, AP | AUROC of 'two or more' (positives of all)");
		for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++)
			job.split(seed);
	}

	private void split(final int seed) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < data.size(); i++)
			order.add(i);
		Collections.shuffle(order, new Random(seed));
		final int kept = data.size() / 4;
		final UNetModel model = model(seed, data.subset(order.subList(kept, data.size())));
		final Scores separated = new Scores(), connected = new Scores(), ideal = new Scores();
		final List<double[]> splits = new ArrayList<>();
		double dice = 0;
		for (final LabeledImage image : data.subset(order.subList(0, kept)).images()) {
			final UncertaintyMaps maps = new Predictor(model).sampleMasks(0.5).run(image.image(),
				Progress.NONE);
			final SegmentedImage found = new ObjectAnalysis(model).run(maps, image.image());
			dice += Overlap.of(found.labels(), image.labels()).dice() / kept;
			separated.add(found.labels(), image.labels());
			connected.add(ConnectedComponents.label(maps.mask(0.5), 0), image.labels());
			ideal.add(ConnectedComponents.label(image.labels(), 0), image.labels());
			for (final SegmentedObject object : found.objects())
				splits.add(new double[]{ object.measurement().get().split(),
					isSeveral(found.labels(), object.features().label(), image.labels()) ? 1
						: 0 });
		}
		System.out.printf(Locale.ROOT,
			"%d | %.4f | %.4f | %.4f | %.4f | %d | %d | %.4f, %.4f | %.4f, %.4f | %s%n", seed, dice,
			separated.f1(), separated.ap(0.5), separated.ap(0.75), separated.sum.splits(),
			separated.sum.merges(), connected.f1(), connected.ap(0.5), ideal.f1(), ideal.ap(0.5),
			auroc(splits));
	}

	private UNetModel model(final int seed, final Dataset training) {
		final Path file = models.resolve("split" + seed + ".mcdunet.zip");
		if (Files.exists(file)) return ModelFile.read(file);
		final UNetModel model = new Training(
			TrainingSettings.defaults().epochs(epochs).seed(seed).separation(true))
			.run(training, Progress.NONE).model();
		ModelFile.write(model, file);
		return model;
	}

	/** Whether at least two true objects lie mostly in it, each with a tenth of its pixels. */
	private static boolean isSeveral(final Labels found, final int label, final Labels truth) {
		final int[] all = new int[truth.objectCount() + 1], inside = new int[all.length];
		int area = 0;
		for (int i = 0; i < truth.size(); i++) {
			all[truth.objects()[i]]++;
			if (found.objects()[i] != label) continue;
			area++;
			inside[truth.objects()[i]]++;
		}
		int several = 0;
		for (int t = 1; t < all.length; t++)
			if (2 * inside[t] > all[t] && 10 * inside[t] >= area) several++;
		return several > 1;
	}

	/** Share of the pairs of one that is and one that is not in which the former has more. */
	private static String auroc(final List<double[]> cases) {
		double sum = 0;
		long pairs = 0, positives = 0;
		for (final double[] a : cases)
			if (a[1] == 1) {
				positives++;
				for (final double[] b : cases)
					if (b[1] == 0) {
						pairs++;
						sum += a[0] > b[0] ? 1 : a[0] == b[0] ? 0.5 : 0;
					}
			}
		return String.format(Locale.ROOT, "%.3f (%d of %d)", sum / pairs, positives, cases.size());
	}

	/** Means over the images. */
	private static final class Scores {

		private final List<ObjectScore> images = new ArrayList<>();
		private ObjectScore sum;

		void add(final Labels found, final Labels truth) {
			final ObjectScore score = ObjectScore.of(found, truth);
			images.add(score);
			sum = sum == null ? score : sum.plus(score);
		}

		double f1() {
			return images.stream().mapToDouble(s -> s.at(0.5).f1()).average().getAsDouble();
		}

		double ap(final double iou) {
			return images.stream().mapToDouble(s -> s.at(iou).averagePrecision()).average()
				.getAsDouble();
		}
	}
}
