package io.github.mcdunet.folder;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.imagej.GrayRgb;
import io.github.mcdunet.imagej.file.ImageHeader;
import io.github.mcdunet.imagej.result.ResultFiles;
import io.github.mcdunet.imagej.result.ResultStacks;
import io.github.mcdunet.workflow.PredictionSession;
import io.github.mcdunet.workflow.SegmentedImage;

import java.util.Map;

/** Predicts one image of a folder and writes its results. */
final class FolderJob implements JobSequence.Job {

	private static final double NANOS = 1e-9;

	private final FolderImage image;
	private final long pixels;
	private final FolderModel model;
	private final PredictionSession session;
	private final ResultFiles files;
	private final FolderOutlines outlines;
	private final FolderTable table;
	private final Capacity capacity;
	private final FolderReport report;
	private final OpenedMasks masks;
	private final MaskMeaning meaning;
	private long started;

	/**
	 * @param pixels of all images, as far as known
	 * @param session of the model's prediction, which the jobs share
	 * @param masks the true masks
	 * @param meaning what the values of all true masks mean
	 */
	FolderJob(final FolderImage image, final long pixels, final FolderModel model,
		final PredictionSession session, final ResultFiles files, final FolderOutlines outlines,
		final FolderTable table, final Capacity capacity, final FolderReport report,
		final OpenedMasks masks, final MaskMeaning meaning) {
		this.image = image;
		this.pixels = pixels;
		this.model = model;
		this.session = session;
		this.files = files;
		this.outlines = outlines;
		this.table = table;
		this.capacity = capacity;
		this.report = report;
		this.masks = masks;
		this.meaning = meaning;
	}

	@Override
	public String name() {
		return image.key();
	}

	@Override
	public long size() {
		return pixels;
	}

	@Override
	public void run(final Progress progress) {
		final Map<String, String> origin = model.origin(image);
		final ImagePlus pictures = GrayRgb.fitted(image.open(), model.channelNames(),
			progress::message);
		final FolderRows rows = new FolderRows(image, pictures,
			masks.take(image).map(opened -> FolderImage.truth(pictures, opened, meaning)),
			model.analysis().classes(), origin);
		// NB: some headers tell nothing, and another program may have filled the disk meanwhile.
		capacity.refusal(ImageHeader.of(pictures), model).ifPresent(reason -> {
			throw new McdUnetException(reason);
		});
		final ResultStacks results = new ResultStacks(pictures, model.analysis(), model.options());
		started = System.nanoTime();
		session.run(results.series(), (i, maps) -> {
			final SegmentedImage found = results.add(i, maps);
			outlines.add(found);
			rows.add(found, (System.nanoTime() - started) * NANOS);
			started = System.nanoTime();
		}, progress);
		table.remove(image.key());
		files.write(results);
		outlines.write();
		table.put(image.key(), rows.rows());
		report.done();
		results.warnings().stream().filter(report::isNew)
			.forEach(warning -> progress.message("'" + image.key() + "': " + warning));
	}
}
