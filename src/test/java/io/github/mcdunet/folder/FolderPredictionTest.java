package io.github.mcdunet.folder;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.command.Commands;
import io.github.mcdunet.command.FolderFixture;
import io.github.mcdunet.command.TinyTraining;
import io.github.mcdunet.command.Train;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.imagej.result.ObjectImage;
import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.io.Table;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.workflow.ObjectAnalysis;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderPredictionTest {

	@ClassRule
	public static final TemporaryFolder MODELS = new TemporaryFolder();

	private static final long PLENTY = 1L << 40;

	private static File model;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private FolderFixture data;
	private ObjectAnalysis analysis = new ObjectAnalysis().confidence(false);

	@BeforeClass
	public static void train() throws Exception {
		model = new File(MODELS.getRoot(), "w.zip");
		try (Commands commands = new Commands()) {
			commands.run(Train.class, new TinyTraining(commands).with(model));
		}
	}

	@Before
	public void makeFolder() throws Exception {
		data = new FolderFixture(folder.getRoot().toPath()).good();
		Files.createDirectories(data.results);
	}

	private FolderPrediction prediction(final long disk, final long memory) {
		final List<FolderImage> images = new FolderImages(data.images, FilePattern.parse("*.tif"))
			.list();
		return new FolderPrediction(images,
			new FolderModel(model.toPath(), 4, 1, analysis, new ResultOptions()), data.results,
			new Capacity(data.results, () -> disk, memory));
	}

	/** The second image is "sub/one"; the cancel comes with its third sample. */
	@Test
	public void aCancelLeavesCompleteFilesAndIsGoneOnWith() throws Exception {
		final Canceled canceled = new Canceled("(sub/one)", 3);
		final String message = assertThrows(CancellationException.class,
			() -> prediction(PLENTY, PLENTY).run(canceled)).getMessage();
		assertTrue(message, message.contains("1 of 3 images were predicted"));
		assertEquals(
			"[one-mask.tif, one-objects.csv, one-probability.tif, one-rois.zip, one-uncertainty.tif, "
				+ "results.csv]",
			data.written().keySet().toString());
		assertEquals(1, data.table("results.csv").rows().size());
		final FolderPrediction rest = prediction(PLENTY, PLENTY);
		assertEquals(4, rest.run(Progress.NONE).size());
		assertTrue(rest.summary(),
			rest.summary().startsWith("2 of 3 images were predicted, 1 had been done before."));
		assertEquals(3 * 5 + 1, data.written().size());
	}

	/** Cancels when the stage has held some words for so many reports. */
	private static final class Canceled implements Progress {

		private final String words;
		private int left;

		Canceled(final String words, final int reports) {
			this.words = words;
			this.left = reports;
		}

		@Override
		public void report(final String stage, final long done, final long total) {
			if (stage.contains(words)) left--;
		}

		@Override
		public boolean isCanceled() {
			return left <= 0;
		}
	}

	/** A file of three frames, the second black and the third with a NaN, beside good files. */
	@Test
	public void badFramesOfAFileLeaveTheOthersTheirResults() throws Exception {
		final ImagePlus frames = IJ.createHyperStack("0012", 32, 32, 2, 1, 3, 32);
		for (int i = 1; i <= 6; i++)
			if (frames.convertIndexToPosition(i)[2] != 2) for (int p = 0; p < 1024; p++)
				frames.getStack().getProcessor(i).setf(p, p % 29 + i);
		frames.getStack().getProcessor(6).setf(3, Float.POSITIVE_INFINITY);
		assertTrue(new FileSaver(frames).saveAsTiff(data.images.resolve("0012.tif").toString()));
		analysis = new ObjectAnalysis();
		final List<String> said = new ArrayList<>();
		final ResultsTable shown = prediction(PLENTY, PLENTY).run(new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				// nobody looks
			}

			@Override
			public void message(final String line) {
				said.add(line);
			}
		});
		assertEquals(7, shown.size());
		int row = 0;
		while (!shown.getStringValue("Image", row).equals("0012"))
			row++;
		assertEquals("0", shown.getStringValue("Objects", row + 1));
		for (final String heading : List.of("Objects", "Agreement", "Foreground share", "Dice",
			"Mean uncertainty", "Total area", "Objects low"))
			assertEquals(heading, "", shown.getStringValue(heading, row + 2));
		assertTrue(shown.getStringValue("Unlike the training images", row + 2)
			.contains("not a number (Infinity)"));
		assertEquals("32", shown.getStringValue("Width", row + 2));
		assertEquals("3", shown.getStringValue("Frame", row + 2));
		assertEquals(2, said.stream().filter(line -> line.contains("Its mask is empty")
			|| line.contains("left out: its mask is empty")).count());
		assertEquals(3,
			IJ.openImage(data.results.resolve("0012-mask.tif").toString()).getStackSize());
		assertEquals("what is done is done: nothing is predicted anew", 7,
			prediction(PLENTY, PLENTY).run(Progress.NONE).size());
	}

	@Test
	public void aModelWhoseNumbersOverflowPredictsNothing() throws Exception {
		final UNetModel bad = ModelFile.read(model.toPath());
		Arrays.fill(bad.parameters().get("encoder1/conv1/weights"), 3e38f);
		model = folder.newFile("bad.mcdunet.zip");
		ModelFile.write(bad, model.toPath());
		try {
			final String message = assertThrows(McdUnetException.class,
				() -> prediction(PLENTY, PLENTY).run(Progress.NONE)).getMessage();
			assertTrue(message, message.startsWith("None of the 3 images could be predicted.")
				&& message.contains("': The model cannot predict: its numbers become too large"));
			assertEquals("[failures.csv]", data.written().keySet().toString());
		}
		finally {
			model = new File(MODELS.getRoot(), "w.zip");
		}
	}

	/**
	 * Two float maps and a mask of 3 x 32 x 32 + 48 x 48 pixels are 48384 bytes; one of 32 x 32 is
	 * 9216.
	 */
	@Test
	public void aFullDiskIsSaidBeforeTheWork() throws Exception {
		final String message = assertThrows(McdUnetException.class,
			() -> prediction(48_384, PLENTY).run(Progress.NONE)).getMessage();
		assertTrue(message,
			message.contains("The results of the 3 images need 48 KB on disk, but only 48 KB"));
		assertTrue(data.written().isEmpty());
		final FolderPrediction largeLeftOut = prediction(20_000, PLENTY);
		assertThrows(McdUnetException.class, () -> largeLeftOut.run(Progress.NONE));
		Files.delete(data.images.resolve("two.tif"));
		final FolderPrediction one = prediction(20_000, PLENTY);
		one.run(Progress.NONE);
		assertTrue(one.summary(), one.summary().contains(
			"'sub/one': It has 1 x 48 x 48 pixels and its results need 21 KB on disk, but only 20 KB are free"));
	}

	/** 48 x 48: two float channels, maps of 9 bytes, and 7 floats of work are 45 bytes a pixel. */
	@Test
	public void anImageThatIsTooLargeForTheMemoryIsLeftOut() {
		final List<String> lines = new ArrayList<>();
		final FolderPrediction p = prediction(PLENTY, 48 * 48 * 45);
		p.run(new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				assertFalse(stage, stage.contains("sub/one"));
			}

			@Override
			public void message(final String line) {
				lines.add(line);
			}
		});
		assertEquals("3 images: 2 to predict, 0 done before, 1 that cannot be predicted.",
			lines.get(0));
		assertTrue(p.summary(),
			p.summary().contains("'sub/one': It has 1 x 48 x 48 pixels and needs at least 104 KB "
				+ "of memory, but there are 104 KB."));
	}

	/** With confidence also 4 samples of 48 x 48 bits, each row rounded up to 64: 1536 bytes. */
	@Test
	public void theSamplesMasksCountAsMemory() {
		analysis = new ObjectAnalysis();
		prediction(PLENTY, needed(48 * 48 * 45 + 1536)).run(Progress.NONE);
		assertEquals(3 * 5 + 1, written());
		analysis = new ObjectAnalysis().minimumArea(1);
		final FolderPrediction p = prediction(PLENTY, needed(48 * 48 * 45 + 1535) - 1);
		p.run(Progress.NONE);
		assertTrue(p.summary(), p.summary().startsWith("2 of 3 images were predicted, 1 failed."));
	}

	/** So much that 98 % of it are enough. */
	private static long needed(final long bytes) {
		return (long) Math.ceil(bytes / 0.98);
	}

	private int written() {
		try {
			return data.written().size();
		}
		catch (final java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	public void resultsNeverReplaceAMask() throws Exception {
		Files.copy(data.masks.resolve("one.tif"), data.results.resolve("one-mask.tif"));
		final Map<String, String> before = data.written();
		final List<FolderImage> images = new FolderImages(data.images, FilePattern.parse("*.tif"))
			.masks(data.results, FilePattern.parse("{sample}-mask.tif")).list();
		final FolderPrediction p = new FolderPrediction(images,
			new FolderModel(model.toPath(), 1, 1, analysis, new ResultOptions()), data.results,
			Capacity.of(data.results));
		final String message = assertThrows(McdUnetException.class, () -> p.run(Progress.NONE))
			.getMessage();
		assertTrue(message, message.contains("would replace") && message.contains("one-mask.tif"));
		assertEquals(before, data.written());
	}

	/** The second begins while the first is at its second image. */
	@Test
	public void twoPredictionsNeverWriteIntoOneFolder() throws Exception {
		final List<String> said = new ArrayList<>();
		prediction(PLENTY, PLENTY).run(new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				if (said.isEmpty() && stage.contains("(sub/one)"))
					said.add(assertThrows(McdUnetException.class,
						() -> prediction(PLENTY, PLENTY).run(Progress.NONE)).getMessage());
			}
		});
		assertTrue(said.toString(), said.get(0).startsWith("Another prediction is writing into"));
		assertEquals(4, data.table("results.csv").rows().size());
		assertEquals("the lock is gone", 3 * 5 + 1, data.written().size());
	}

	/** Both were made before either had done anything: the later one reads the table anew. */
	@Test
	public void theLaterOneResumesWhereTheFirstEnded() throws Exception {
		final FolderPrediction first = prediction(PLENTY, PLENTY),
			second = prediction(PLENTY, PLENTY);
		first.run(Progress.NONE);
		assertEquals(4, second.run(Progress.NONE).size());
		assertTrue(second.summary(),
			second.summary().startsWith("0 of 3 images were predicted, 3 had been done before."));
	}

	/** A folder stands where the table should be, which nobody can replace by a file. */
	@Test
	public void theCountsAreSaidThoughTheFailuresCannotBeListed() throws Exception {
		Files.write(data.images.resolve("three.tif"), new byte[]{ 1, 2, 3 });
		Files.createDirectories(data.results.resolve("failures.csv/x"));
		final FolderPrediction p = prediction(PLENTY, PLENTY);
		assertEquals(4, p.run(Progress.NONE).size());
		assertTrue(p.summary(),
			p.summary().startsWith("3 of 4 images were predicted, 1 failed.")
				&& p.summary().contains("'three':")
				&& p.summary().contains("failures.csv\" is a folder"));
	}

	/** The table's place is taken by a folder once the run has begun. */
	@Test
	public void theCountsAreSaidThoughTheTableCannotBeWritten() {
		final FolderPrediction p = prediction(PLENTY, PLENTY);
		final String message = assertThrows(McdUnetException.class, () -> p.run(new Progress() {

			@Override
			public void report(final String stage, final long done, final long total) {
				if (stage.startsWith("Looking"))
					data.results.resolve("results.csv").toFile().mkdir();
			}
		})).getMessage();
		assertTrue(message,
			message.startsWith("3 of 3 images were predicted.")
				&& message.contains("results.csv\" is a folder")
				&& message.endsWith("predicts again what that table does not list."));
	}

	/** As a power cut leaves files: without a byte, or without their second half. */
	@Test
	public void tornResultsAreMadeAgain() throws Exception {
		prediction(PLENTY, PLENTY).run(Progress.NONE);
		for (final String name : List.of("one-mask.tif", "one-probability.tif",
			"one-uncertainty.tif", "one-rois.zip", "one-objects.csv"))
			for (final double kept : new double[]{ 0, 0.5 }) {
				final byte[] bytes = Files.readAllBytes(data.results.resolve(name));
				Files.write(data.results.resolve(name),
					Arrays.copyOf(bytes, (int) (bytes.length * kept)));
				final FolderPrediction p = prediction(PLENTY, PLENTY);
				p.run(Progress.NONE);
				assertTrue(name + ": " + p.summary(), p.summary()
					.startsWith("1 of 3 images were predicted, 2 had been done before."));
				assertArrayEquals(name, bytes, Files.readAllBytes(data.results.resolve(name)));
			}
	}

	/**
	 * A network of three classes that separates touching objects, as its chance numbers have it.
	 */
	private static File ofClasses() throws Exception {
		final File file = new File(MODELS.getRoot(), "classes.zip");
		final Parameters p = Parameters.initial(
			Architecture.reference(2).baseFilters(4).depth(2).outputs(new Outputs(3, true)), 1);
		for (final Parameters.Entry e : p.entries())
			if (e.name().endsWith("/bias")) for (int i = 0; i < e.values().length; i++)
				e.values()[i] += 0.1f * i;
		ModelFile.write(
			new UNetModel(p, Normalization.maximum(), List.of("a", "b"), PixelSize.UNCALIBRATED,
				Map.of(), List.of(), List.of(new LabelClass("background", 0),
					new LabelClass("round", 0xff8000), new LabelClass("rod", 0x80ff))),
			file.toPath());
		return file;
	}

	private int predicted(final File network, final ResultOptions options, final boolean geoJson) {
		final FolderPrediction run = new FolderPrediction(
			new FolderImages(data.images, FilePattern.parse("*.tif")).list(),
			new FolderModel(network.toPath(), 2, 1, new ObjectAnalysis().minimumArea(4), options,
				false, geoJson),
			data.results, new Capacity(data.results, () -> PLENTY, PLENTY));
		run.run(Progress.NONE);
		return Integer.parseInt(run.summary().replaceAll(" .*", ""));
	}

	@Test
	public void objectsAndClassesAreFilesAndColumns() throws Exception {
		final File network = ofClasses();
		final ResultOptions all = new ResultOptions().with(true, ObjectImage.values());
		assertEquals(3, predicted(network, all, true));
		for (final String file : List.of("one-objects.tif", "one-classes.tif", "one-separation.tif",
			"one-class-probabilities.tif", "one-objects.geojson", "two-objects-0001.geojson",
			"two-objects-0002.geojson", "sub/one-objects.geojson"))
			assertTrue(file, data.written().containsKey(file));
		final Table table = data.table("results.csv");
		final List<String> headings = table.headings();
		assertEquals(List.of("Objects high", "Objects of round", "Objects of round low",
			"Objects of round high", "Objects of rod", "Objects of rod low", "Objects of rod high"),
			headings.subList(headings.indexOf("Objects high"), headings.indexOf("Total area")));
		int objects = 0;
		for (final List<Table.Cell> row : table.rows()) {
			final String key = table.cell(row, "Image").text();
			final int frame = Integer.parseInt(table.cell(row, "Frame").text());
			final ImageProcessor labels = IJ
				.openImage(data.results.resolve(key + "-objects.tif").toString()).getStack()
				.getProcessor(frame);
			final ImageProcessor classes = IJ
				.openImage(data.results.resolve(key + "-classes.tif").toString()).getStack()
				.getProcessor(frame);
			final Map<Integer, Integer> ofObject = new HashMap<>();
			for (int p = 0; p < labels.getPixelCount(); p++)
				if (labels.get(p) != 0) ofObject.put(labels.get(p), classes.get(p));
			objects += ofObject.size();
			assertEquals(String.valueOf(ofObject.size()), table.cell(row, "Objects").text());
			for (int k = 1; k <= 2; k++) {
				final int number = k;
				assertEquals(
					String.valueOf(ofObject.values().stream().filter(c -> c == number).count()),
					table.cell(row, "Objects of " + (k == 1 ? "round" : "rod")).text());
			}
		}
		assertTrue(objects + " objects", objects > 0);
		assertEquals("nothing is left to do", 0, predicted(network, all, true));
		final Path lost = data.results.resolve("two-objects-0002.geojson");
		Files.write(lost, new byte[]{ '{' });
		assertEquals("torn", 1, predicted(network, all, true));
		assertTrue(GeoJson.isWhole(lost));
		assertEquals("what is not asked for may lie there", 0,
			predicted(network, new ResultOptions(), false));
		assertEquals("another model", 3, predicted(model, new ResultOptions(), false));
		assertEquals("nothing is there but the new results", 3 * 5 + 1, data.written().size());
		assertEquals(FolderTable.COLUMNS, data.table("results.csv").headings());
	}
}
