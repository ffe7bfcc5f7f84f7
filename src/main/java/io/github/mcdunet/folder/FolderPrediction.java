package io.github.mcdunet.folder;

import ij.measure.ResultsTable;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.MaskMeaning;
import io.github.mcdunet.imagej.file.ImageHeader;
import io.github.mcdunet.imagej.result.ResultFiles;
import io.github.mcdunet.io.LockFile;
import io.github.mcdunet.workflow.PredictionSession;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** Predicts the images of a folder that are not done yet. For one run. */
public final class FolderPrediction {

	static final String RESULTS = "results.csv";
	static final String FAILURES = "failures.csv";
	private static final String LOCK = ".mcdunet-folder.lock";

	/** Counted for an image whose size is not known before it is read. */
	private static final long USUAL_PIXELS = 1 << 20;

	private final List<FolderImage> images;
	private final FolderModel model;
	private final Path folder;
	private final Capacity capacity;
	private FolderTable table;
	private final FolderReport report;
	private final OpenedMasks masks = new OpenedMasks();
	private final List<JobSequence.Job> jobs = new ArrayList<>();
	private long bytes;
	private Optional<McdUnetException> unsaved = Optional.empty();

	/** @param folder for the results, which exists */
	public FolderPrediction(final List<FolderImage> images, final FolderModel model,
		final Path folder, final Capacity capacity) {
		this.images = images;
		this.model = model;
		this.folder = folder;
		this.capacity = capacity;
		table = new FolderTable(folder.resolve(RESULTS));
		report = new FolderReport(images.size());
	}

	/**
	 * Looks at all images, then predicts.
	 *
	 * @return the rows of all images that are done
	 * @throws McdUnetException if the results do not fit on the disk, or no image can be predicted,
	 * or the table of the results cannot be written, or another prediction writes into the folder
	 * @throws CancellationException if canceled, with what is done in its message
	 */
	public ResultsTable run(final Progress progress) {
		checkInputs();
		try {
			runAlone(progress);
		}
		catch (final IOException e) {
			throw new McdUnetException("Nothing can be written into '" + folder + "' ("
				+ e.getMessage() + "). Choose another folder for the results.", e);
		}
		report.checkAny();
		if (unsaved.isPresent())
			throw new McdUnetException(report.summary(folder) + "\n" + unsaved.get().getMessage()
				+ " The next run predicts again what that table does not list.", unsaved.get());
		return table.show(images.stream().map(FolderImage::key).collect(Collectors.toList()));
	}

	/** NB: what two programs predict into one folder, each would leave out of its table. */
	private void runAlone(final Progress progress) throws IOException {
		final LockFile lock = LockFile.take(folder.resolve(LOCK))
			.orElseThrow(() -> new McdUnetException("Another prediction is writing into '" + folder
				+ "' just now. Wait for its end, stop it, or choose another folder for the results."));
		try (PredictionSession session = model.predictor().session()) {
			table = new FolderTable(folder.resolve(RESULTS)); // as the last one left it
			run(session, progress);
		}
		finally {
			lock.close();
		}
	}

	private void run(final PredictionSession session, final Progress progress) {
		final MaskMeaning meaning = FolderMasks.meaning(images, masks, progress);
		for (int i = 0; i < images.size(); i++) {
			progress.checkCanceled();
			progress.report("Looking at the files", i, images.size());
			plan(images.get(i), session, meaning);
		}
		capacity.checkAll(bytes, jobs.size());
		progress.message(report.plan(jobs.size()));
		final long masked = images.stream().filter(image -> image.mask().isPresent()).count();
		if (masked > 0 && masked < images.size())
			progress.message("Only " + masked + " of " + images.size()
				+ " images have a true mask; the others get no scores.");
		try {
			predict(session, progress);
		}
		catch (final CancellationException e) {
			throw new CancellationException("Canceled. " + report.counts()
				+ " Start it again with the same settings to go on.");
		}
	}

	/** What became of the images, once they were run. */
	public String summary() {
		return report.summary(folder);
	}

	private void predict(final PredictionSession session, final Progress progress) {
		try {
			new JobSequence().run(jobs, (name, reason) -> {
				session.release(); // what failed may have lacked the memory
				report.fail(name, reason);
				progress.message("'" + name + "' failed: " + reason);
			}, progress);
		}
		finally {
			finish(progress);
		}
	}

	/** NB: on a full disk neither table may hide the other, nor the counts. */
	private void finish(final Progress progress) {
		try {
			table.save();
		}
		catch (final McdUnetException e) {
			unsaved = Optional.of(e);
		}
		try {
			report.writeFailures(folder.resolve(FAILURES));
		}
		catch (final McdUnetException e) {
			report.unlisted(e.getMessage());
			progress.message(e.getMessage());
		}
	}

	private void plan(final FolderImage image, final PredictionSession session,
		final MaskMeaning meaning) {
		try {
			final Optional<String> problem = image.problem();
			if (problem.isPresent()) throw new McdUnetException(problem.get());
			final ResultFiles files = new ResultFiles(folder, image.key(), model.options());
			final FolderOutlines outlines = model.outlines(folder, image);
			if (model.made(image, table) && files.areWhole()
				&& outlines.areWhole(table.frames(image.key()))) {
				report.skip();
				masks.forget(image);
				return;
			}
			files.checkNames();
			final Optional<ImageHeader> header = image.header();
			final Optional<String> refusal = header.flatMap(h -> capacity.refusal(h, model));
			if (refusal.isPresent()) throw new McdUnetException(refusal.get());
			bytes += header.map(h -> ResultFiles.bytesOnDisk(h, model.options())).orElse(0L);
			final long pixels = header.map(ImageHeader::pixels).orElse(USUAL_PIXELS);
			jobs.add(new FolderJob(image, pixels, model, session, files, outlines, table, capacity,
				report, masks, meaning));
		}
		catch (final McdUnetException e) {
			masks.forget(image);
			report.fail(image.key(), e.getMessage());
		}
	}

	/** Results never replace an image or a mask. */
	private void checkInputs() {
		final Set<Path> results = new HashSet<>();
		final Set<Path> inputs = new HashSet<>();
		for (final FolderImage image : images) {
			results.addAll(new ResultFiles(folder, image.key(), model.options()).paths());
			inputs.addAll(image.files());
			image.mask().ifPresent(inputs::add);
		}
		if (Collections.disjoint(results, inputs)) return;
		results.retainAll(inputs);
		throw new McdUnetException("The results would replace '" + results.iterator().next()
			+ "'. Choose another folder for them.");
	}
}
