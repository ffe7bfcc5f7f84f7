package io.github.mcdunet.folder;

import static io.github.mcdunet.io.NumberText.exact;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.imagej.ImageStacks;
import io.github.mcdunet.imagej.result.ResultStacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of one image in the {@link FolderTable}: what its results say, sample by sample. */
final class FolderRows {

	private final FolderImage image;
	private final ImagePlus mask;
	private final ImagePlus uncertainty;
	private final int[] objects;
	private final double pixelArea;
	private final String unit;

	FolderRows(final FolderImage image, final ResultStacks results) {
		this.image = image;
		mask = results.mask();
		uncertainty = results.uncertainty();
		objects = new int[mask.getStackSize()];
		final ResultsTable table = results.table();
		for (int row = 0; row < table.size(); row++)
			objects[(int) table.getValue("Slice", row) - 1]++;
		pixelArea = ImageStacks.pixelSize(mask).width() * ImageStacks.pixelSize(mask).height();
		unit = ImageStacks.pixelSize(mask).unit() + "^2";
	}

	/**
	 * @param truth one mask per sample
	 * @param seconds that each sample took
	 * @param origin the last cells of each row
	 */
	List<List<String>> rows(final Optional<List<Labels>> truth, final double[] seconds,
		final List<String> origin) {
		final List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < objects.length; i++) {
			final int sample = i;
			final List<String> row = new ArrayList<>(names(i));
			row.addAll(measures(i));
			row.addAll(scores(i, truth.map(masks -> masks.get(sample))));
			row.add(exact(Math.round(seconds[i] * 1000) / 1000.0));
			row.add(exact(objects.length));
			row.addAll(origin);
			rows.add(row);
		}
		return rows;
	}

	private List<String> names(final int i) {
		final String label = mask.getStack().getSliceLabel(i + 1);
		return List.of(image.key(), exact(i + 1),
			label == null ? "" : label.split("\\R", 2)[0].trim(), image.files().stream()
				.map(file -> file.getFileName().toString()).collect(Collectors.joining("; ")),
			exact(mask.getWidth()), exact(mask.getHeight()));
	}

	private List<String> measures(final int i) {
		final ImageProcessor inside = mask.getStack().getProcessor(i + 1);
		final ImageProcessor entropy = uncertainty.getStack().getProcessor(i + 1);
		final int pixels = inside.getPixelCount();
		long foreground = 0;
		double sum = 0, sumInside = 0;
		for (int p = 0; p < pixels; p++) {
			final double u = entropy.getf(p);
			sum += u;
			if (inside.get(p) == 0) continue;
			foreground++;
			sumInside += u;
		}
		return List.of(exact(objects[i]), exact((double) foreground / pixels),
			exact(foreground * pixelArea), unit, exact(sum / pixels),
			foreground == 0 ? "" : exact(sumInside / foreground));
	}

	private List<String> scores(final int i, final Optional<Labels> truth) {
		if (!truth.isPresent()) return List.of("", "", "", "");
		final Overlap overlap = Overlap.of(Labels.ofMask((byte[]) mask.getStack().getPixels(i + 1),
			mask.getWidth(), mask.getHeight()), truth.get());
		return List.of(exact(overlap.dice()), exact(overlap.iou()), exact(overlap.precision()),
			exact(overlap.recall()));
	}
}
