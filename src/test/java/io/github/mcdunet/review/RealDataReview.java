package io.github.mcdunet.review;

import ij.IJ;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Rows;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.SettingsText;
import io.github.mcdunet.workflow.Predictor;
import io.github.mcdunet.workflow.Training;

import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What the order of a review is worth on the images that a model's training kept out: how much of
 * what is truly wrong lies at the first places; a main, not a test. Arguments: images, masks, model
 * file.
 */
public final class RealDataReview {

	private final List<ReviewEntry> entries = new ArrayList<>();
	private final Map<ReviewEntry, Double> wrong = new LinkedHashMap<>();
	private int missed;
	private int trulyMissed;

	public static void main(final String[] args) {
		final Dataset data = Datasets.of(IJ.openImage(args[0]), IJ.openImage(args[1]));
		final UNetModel model = ModelFile.read(Paths.get(args[2]));
		final Map<String, String> settings = new LinkedHashMap<>();
		model.manifest().forEach((k, v) -> {
			if (k.startsWith("settings.")) settings.put(k.substring(9), v);
		});
		final Split split = new Training(SettingsText.parse(settings)).split(data);
		final List<Integer> part = split.test().isEmpty() ? split.validation() : split.test();
		final RealDataReview review = new RealDataReview();
		for (int i = 0; i < part.size(); i++) {
			final LabeledImage s = data.get(part.get(i));
			review.add(i, s, new Predictor(model).run(s.image(), Progress.NONE));
		}
		System.out.println(part.size() + " images of " + args[2]);
		review.print();
	}

	private void add(final int image, final LabeledImage s, final UncertaintyMaps maps) {
		final byte[] mask = maps.mask(0.5).classes();
		final int[] labels = new int[mask.length];
		final List<ReviewEntry> places = ReviewPlaces.of(image, Rows.row(mask), maps, 20);
		final float[] truth = new float[mask.length];
		for (int i = 0; i < truth.length; i++)
			truth[i] = s.labels().classes()[i] != 0 ? 1 : 0;
		int n = 0;
		for (final ReviewEntry place : places) {
			if (place.kind() != ReviewKind.ELSEWHERE) n++;
			int object = 0;
			for (final int i : place.pixels()) {
				labels[i] = n;
				object += truth[i];
			}
			if (place.kind() != ReviewKind.MAYBE_MISSED) continue;
			missed++;
			if (2 * object > place.area()) trulyMissed++;
		}
		// NB: where the truth takes the place of the probability, the expected error is the true one
		final double[] errors = EstimatedError.perRegion(
			Labels.ofObjects(labels, s.width(), s.height(), n), Rows.row(mask), truth,
			ReviewPlaces.REACH);
		int k = 0;
		for (final ReviewEntry place : places)
			wrong.put(place, errors[place.kind() == ReviewKind.ELSEWHERE ? 0 : ++k]);
		entries.addAll(places);
	}

	private void print() {
		final ReviewQueue queue = new ReviewQueue(entries);
		System.out.printf(Locale.ROOT,
			"%d places, %.0f wrong pixels estimated, %.0f true; %d of %d maybe missed were%n",
			entries.size(), queue.total(), total(), trulyMissed, missed);
		final List<ReviewEntry> objects = new ArrayList<>(queue.entries());
		objects.removeIf(entry -> entry.kind() == ReviewKind.ELSEWHERE);
		final List<ReviewEntry> random = new ArrayList<>(objects), size = new ArrayList<>(objects),
			mean = new ArrayList<>(objects);
		Collections.shuffle(random, new Random(1));
		size.sort(Comparator.comparingInt(ReviewEntry::area).reversed());
		mean.sort(Comparator.comparingDouble(ReviewEntry::meanEntropy).reversed());
		final List<ReviewEntry> best = new ArrayList<>(objects);
		best.sort(Comparator.comparingDouble(wrong::get).reversed());
		System.out.println("all places     " + shares(queue.entries()));
		System.out.println("without rests  " + shares(objects));
		System.out.println("by mean entropy" + shares(mean));
		System.out.println("by size        " + shares(size));
		System.out.println("random         " + shares(random));
		System.out.println("best possible  " + shares(best));
		for (int i = 0; i < Math.min(12, queue.entries().size()); i++) {
			final ReviewEntry e = queue.entries().get(i);
			System.out.printf(Locale.ROOT, "  %d %s: %.1f estimated, %.0f true%n", e.image(),
				e.name(), e.wrongPixels(), wrong.get(e));
		}
		for (final ImageError image : queue.images())
			System.out.printf(Locale.ROOT, "  image %d: %.0f estimated, %.0f true%n", image.image(),
				image.wrongPixels(), wrong.keySet().stream().filter(e -> e.image() == image.image())
					.mapToDouble(wrong::get).sum());
	}

	private double total() {
		return wrong.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	/** Share of the true error in the first 5, 10, 20, 30 and 50 % of the places. */
	private String shares(final List<ReviewEntry> order) {
		final StringBuilder text = new StringBuilder();
		for (final int percent : new int[]{ 5, 10, 20, 30, 50, 100 })
			text.append(String.format(Locale.ROOT, "  %d %%: %.0f %%", percent,
				100 * order.subList(0, (int) Math.round(order.size() * percent / 100.0)).stream()
					.mapToDouble(wrong::get).sum() / total()));
		return text.toString();
	}
}
