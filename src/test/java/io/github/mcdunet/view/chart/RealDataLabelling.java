package io.github.mcdunet.view.chart;

import ij.IJ;
import ij.ImagePlus;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.evaluation.trust.Curve;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.Predictor;
import io.github.mcdunet.workflow.Training;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfree.chart.axis.NumberAxis;

/**
 * Plays a person who outlines a few images, trains, outlines those that the network is least sure
 * of, and trains again; against one who takes the next images by chance. A main, not a test.
 * Arguments: images, masks, folder, name, side to which the images are reduced, share kept out for
 * the scores, number of seeds.
 */
public final class RealDataLabelling {

	private static final int[] LABELLED = { 4, 8, 12, 16, 24 };
	private static final int STEPS = 1000;
	private static final int SAMPLES = 10;

	/** What decides which images come next: the larger, the sooner. */
	private enum Order {
		CHANCE("By chance", m -> 0),
		ENTROPY("Highest mean entropy first", m -> mean(m.entropy())),
		DISAGREEMENT("Highest mean mutual information first", m -> mean(m.mutualInformation()));

		private final String label;
		private final ToDoubleFunction<UncertaintyMaps> value;

		Order(final String label, final ToDoubleFunction<UncertaintyMaps> value) {
			this.label = label;
			this.value = value;
		}
	}

	private final Dataset data;
	private final List<Integer> pool;
	private final List<Integer> test;
	private final long seed;

	private RealDataLabelling(final Dataset data, final double testShare, final long seed) {
		this.data = data;
		this.seed = seed;
		final List<Integer> all = IntStream.range(0, data.size()).boxed()
			.collect(Collectors.toList());
		Collections.shuffle(all, new Random(seed));
		final int kept = (int) Math.round(testShare * data.size());
		test = all.subList(0, kept);
		pool = all.subList(kept, all.size());
	}

	public static void main(final String[] args) throws IOException {
		final Dataset data = Datasets.of(reduced(args[0], args[4], "bilinear"),
			reduced(args[1], args[4], "none"));
		final int seeds = Integer.parseInt(args[6]);
		final double[][] mean = new double[Order.values().length][LABELLED.length];
		final StringBuilder csv = new StringBuilder("Order,Seed,Labelled images,Mean Dice\n");
		for (int seed = 1; seed <= seeds; seed++) {
			final RealDataLabelling person = new RealDataLabelling(data,
				Double.parseDouble(args[5]), seed);
			final UNetModel first = person.train(person.pool.subList(0, LABELLED[0]));
			for (final Order order : Order.values()) {
				final double[] dice = person.curve(order, first);
				for (int i = 0; i < dice.length; i++) {
					mean[order.ordinal()][i] += dice[i] / seeds;
					csv.append(String.format(Locale.ROOT, "%s,%d,%d,%.4f%n", order.label, seed,
						LABELLED[i], dice[i]));
				}
				System.out.println(order.label + ", seed " + seed + ": " + Arrays.toString(dice));
			}
		}
		final Path folder = Files.createDirectories(Paths.get(args[2]));
		Files.write(folder.resolve(args[3] + "-review.csv"),
			csv.toString().getBytes(StandardCharsets.UTF_8));
		plot(mean, folder.resolve(args[3] + "-review.png"));
	}

	private static ImagePlus reduced(final String file, final String side,
		final String interpolation) {
		final ImagePlus image = IJ.openImage(file);
		final int s = Integer.parseInt(side);
		return image.getWidth() == s ? image : image.resize(s, s, interpolation);
	}

	private double[] curve(final Order order, final UNetModel first) {
		final List<Integer> labelled = new ArrayList<>(pool.subList(0, LABELLED[0]));
		final double[] dice = new double[LABELLED.length];
		UNetModel model = first;
		for (int round = 0; round < LABELLED.length; round++) {
			if (round > 0) {
				labelled
					.addAll(next(order, model, labelled, LABELLED[round] - LABELLED[round - 1]));
				model = train(labelled);
			}
			dice[round] = score(model);
		}
		return dice;
	}

	private UNetModel train(final List<Integer> labelled) {
		// the same number of steps for all: a quarter validates, two images make a step
		final int batches = (labelled.size() - Math.round(labelled.size() / 4f) + 1) / 2;
		return new Training(TrainingSettings.defaults().seed(seed).validationFraction(0.25)
			.patience(0).epochs(STEPS / batches)).run(data.subset(labelled), Progress.NONE).model();
	}

	private List<Integer> next(final Order order, final UNetModel model,
		final List<Integer> labelled, final int n) {
		final List<Integer> rest = new ArrayList<>(pool);
		rest.removeAll(labelled);
		final double[] value = new double[data.size()];
		if (order != Order.CHANCE) for (final int i : rest)
			value[i] = order.value.applyAsDouble(maps(model, i));
		// NB: stable, so equal values keep the shuffled order
		rest.sort(Comparator.comparingDouble(i -> -value[i]));
		return rest.subList(0, n);
	}

	private UncertaintyMaps maps(final UNetModel model, final int i) {
		return new Predictor(model).samples(SAMPLES).run(data.get(i).image(), Progress.NONE);
	}

	private double score(final UNetModel model) {
		return test.stream()
			.mapToDouble(i -> Overlap.of(maps(model, i).mask(0.5), data.get(i).labels()).dice())
			.average().getAsDouble();
	}

	private static double mean(final float[] map) {
		double sum = 0;
		for (final float v : map)
			sum += v;
		return sum / map.length;
	}

	private static void plot(final double[][] dice, final Path png) {
		final XyChart chart = new XyChart("Labelled images", "Mean Dice on images kept out");
		final double[] x = Arrays.stream(LABELLED).asDoubleStream().toArray();
		final Color[] colors = { ChartStyle.REFERENCE, new Color(0x0072B2), new Color(0xD55E00) };
		for (final Order order : Order.values())
			chart.curve(order.label, new Curve(x, dice[order.ordinal()]), colors[order.ordinal()],
				order == Order.CHANCE ? ChartStyle.DASHED : ChartStyle.LINE, true);
		for (final NumberAxis axis : List.of((NumberAxis) chart.plot().getDomainAxis(),
			(NumberAxis) chart.plot().getRangeAxis())) {
			axis.setAutoTickUnitSelection(true);
			axis.setAutoRangeIncludesZero(false);
			axis.setAutoRange(true);
		}
		PngFile.write(chart.render("Labelling the most uncertain first"), png);
	}
}
