package io.github.mcdunet.folder;

import static io.github.mcdunet.io.NumberText.exact;

import ij.ImagePlus;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.imagej.ImageGrid;
import io.github.mcdunet.imagej.result.ImageTable;
import io.github.mcdunet.workflow.SegmentedImage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of one file in the {@link FolderTable}: what was found in its slices and frames. */
final class FolderRows {

	private final FolderImage file;
	private final Optional<List<Labels>> truth;
	private final List<LabelClass> classes;
	private final Map<String, String> origin;
	private final ImageGrid grid;
	private final List<Map<String, String>> rows = new ArrayList<>();

	/**
	 * @param pictures of the file
	 * @param truth one mask per slice or frame
	 * @param classes that objects may be of, the background first
	 * @param origin the cells that tell what the rows are the result of
	 */
	FolderRows(final FolderImage file, final ImagePlus pictures, final Optional<List<Labels>> truth,
		final List<LabelClass> classes, final Map<String, String> origin) {
		this.file = file;
		this.truth = truth;
		this.classes = classes;
		this.origin = origin;
		grid = new ImageGrid(pictures);
	}

	/**
	 * Adds the next slice or frame.
	 *
	 * @param seconds that it took
	 */
	void add(final SegmentedImage image, final double seconds) {
		final int i = rows.size();
		final Map<String, String> cells = new LinkedHashMap<>(origin);
		ImageTable.addClasses(image, classes, ImageTable.row(image)).cells()
			.forEach((heading, cell) -> cells.put(heading, cell.text()));
		cells.put("Image", file.key());
		cells.put("Frame", exact(i + 1));
		cells.put("Label", grid.label(i).split("\\R", 2)[0].trim());
		cells.put("File", file.files().stream().map(path -> path.getFileName().toString())
			.collect(Collectors.joining("; ")));
		measureSize(image, cells);
		if (!image.isLeftOut()) measure(image, cells);
		if (image.omission().isEmpty())
			truth.ifPresent(masks -> score(Overlap.of(image.labels(), masks.get(i)), cells));
		cells.put("Seconds", exact(Math.round(seconds * 1000) / 1000.0));
		cells.put("Frames", exact(grid.count()));
		rows.add(cells);
	}

	private static void measureSize(final SegmentedImage image, final Map<String, String> cells) {
		cells.put("Width", exact(image.labels().width()));
		cells.put("Height", exact(image.labels().height()));
	}

	private static void measure(final SegmentedImage image, final Map<String, String> cells) {
		final int pixels = image.labels().size();
		final long foreground = image.labels().foreground();
		final double pixelArea = image.pixelSize().width() * image.pixelSize().height();
		cells.put("Foreground share", exact((double) foreground / pixels));
		cells.put("Foreground area", exact(foreground * pixelArea));
		cells.put("Unit", image.pixelSize().unit() + "^2");
		cells.put("Mean uncertainty", exact(image.meanEntropy()));
		if (foreground > 0)
			cells.put("Mean uncertainty in foreground", exact(image.meanForegroundEntropy()));
	}

	private static void score(final Overlap overlap, final Map<String, String> cells) {
		cells.put("Dice", exact(overlap.dice()));
		cells.put("IoU", exact(overlap.iou()));
		cells.put("Precision", exact(overlap.precision()));
		cells.put("Recall", exact(overlap.recall()));
	}

	/** Their cells by the headings of {@link FolderTable}. */
	List<Map<String, String>> rows() {
		return rows;
	}
}
