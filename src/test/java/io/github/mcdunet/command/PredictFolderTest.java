package io.github.mcdunet.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import io.github.mcdunet.folder.FolderTable;
import io.github.mcdunet.io.Table;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.CommandModule;

public class PredictFolderTest {

	@ClassRule
	public static final TemporaryFolder MODELS = new TemporaryFolder();

	private static Commands commands;
	private static File model;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private FolderFixture data;

	@BeforeClass
	public static void train() throws Exception {
		commands = new Commands();
		model = new File(MODELS.getRoot(), "w.zip");
		commands.run(Train.class, new TinyTraining(commands).with(model));
	}

	@AfterClass
	public static void dispose() {
		commands.close();
	}

	@Before
	public void makeFolder() throws Exception {
		data = new FolderFixture(folder.getRoot().toPath()).good();
	}

	private ResultsTable predict(final Object... others) throws Exception {
		return (ResultsTable) commands.run(PredictFolder.class, data.with(model, others))
			.getOutput("results");
	}

	private String reason(final Object... others) throws Exception {
		return commands.reason(PredictFolder.class, data.with(model, others));
	}

	@Test
	public void whatCanBePredictedIsAndTheOthersAreListed() throws Exception {
		data.bad();
		final ResultsTable results = predict("variance", true);
		assertEquals(4, results.size());
		assertEquals(2, results.getValue("Frame", 3), 0);
		for (final String key : FolderFixture.GOOD)
			for (final String ending : List.of("-probability.tif", "-mask.tif", "-uncertainty.tif",
				"-variance.tif", "-rois.zip", "-objects.csv"))
				assertTrue(key + ending, data.written().containsKey(key + ending));
		assertEquals("three images, two tables", 3 * 6 + 2, data.written().size());
		final Table failures = data.table("failures.csv");
		assertEquals(FolderFixture.BAD,
			failures.texts().stream().map(row -> row.get(0)).collect(Collectors.toList()));
		final String[] reasons = { "'cut.tif' is cut off",
			"1 channel, but the model was trained on 2", "not a number",
			"'text.tif' cannot be read as an image" };
		for (int i = 0; i < reasons.length; i++)
			assertTrue(failures.texts().get(i).get(1),
				failures.texts().get(i).get(1).contains(reasons[i]));
		for (final String bad : FolderFixture.BAD)
			Files.delete(data.images.resolve(bad + ".tif"));
		predict("variance", true);
		assertFalse("no failures, no table", Files.exists(data.results.resolve("failures.csv")));
	}

	@Test
	public void rowsAreWhatTheWrittenMapsSay() throws Exception {
		predict("minimumArea", 5);
		final Table table = data.table("results.csv");
		assertEquals(FolderTable.COLUMNS, table.headings());
		assertEquals(4, table.rows().size());
		for (final List<Table.Cell> row : table.rows()) {
			final String key = table.cell(row, "Image").text();
			final int frame = Integer.parseInt(table.cell(row, "Frame").text());
			final ImagePlus mask = data.result(key + "-mask.tif");
			assertEquals(key.equals("two") ? 2 : 1, mask.getNFrames());
			final ImageProcessor inside = mask.getStack().getProcessor(frame);
			final ImageProcessor entropy = data.result(key + "-uncertainty.tif").getStack()
				.getProcessor(frame);
			final ImageProcessor truth = IJ.openImage(data.masks.resolve(key + ".tif").toString())
				.getStack().getProcessor(frame);
			int foreground = 0, both = 0, all = 0;
			double sum = 0, sumInside = 0;
			final int pixels = inside.getWidth() * inside.getHeight();
			for (int p = 0; p < pixels; p++) {
				sum += entropy.getf(p);
				if (inside.get(p) == 255) sumInside += entropy.getf(p);
				foreground += inside.get(p) / 255;
				all += inside.get(p) / 255 + truth.get(p) / 255;
				both += inside.get(p) / 255 * (truth.get(p) / 255);
			}
			final double area = key.equals("one") ? 0.125 : 1;
			assertCell(table, row, "Width", key.startsWith("sub") ? 48 : 32);
			assertCell(table, row, "Objects", objects(inside));
			assertCell(table, row, "Foreground share", (double) foreground / pixels);
			assertCell(table, row, "Foreground area", foreground * area);
			assertEquals(key.equals("one") ? "mm^2" : "pixel^2", table.cell(row, "Unit").text());
			assertCell(table, row, "Mean uncertainty", sum / pixels);
			if (foreground > 0)
				assertCell(table, row, "Mean uncertainty in foreground", sumInside / foreground);
			assertCell(table, row, "Dice", 2.0 * both / all);
			assertCell(table, row, "IoU", (double) both / (all - both));
			assertTrue(Double.parseDouble(table.cell(row, "Seconds").text()) > 0);
			assertEquals("w.zip", table.cell(row, "Model").text());
			assertEquals("samples=2 threshold=0.4 minimumarea=5 seed=1 confidence=true",
				table.cell(row, "Settings").text());
		}
		assertTrue("the test sees objects",
			table.rows().stream().anyMatch(row -> !table.cell(row, "Objects").text().equals("0")));
	}

	private static void assertCell(final Table table, final List<Table.Cell> row,
		final String heading, final double expected) {
		assertEquals(heading, expected, Double.parseDouble(table.cell(row, heading).text()),
			1e-6 * Math.abs(expected));
	}

	/** Flood fill; corners touch. */
	private static int objects(final ImageProcessor mask) {
		final ImageProcessor left = mask.duplicate();
		int objects = 0;
		for (int start = 0; start < left.getPixelCount(); start++) {
			if (left.get(start) == 0) continue;
			objects++;
			final Deque<Integer> queue = new ArrayDeque<>(List.of(start));
			while (!queue.isEmpty()) {
				final int x = queue.peek() % left.getWidth(), y = queue.remove() / left.getWidth();
				for (int j = Math.max(0, y - 1); j <= Math.min(left.getHeight() - 1, y + 1); j++)
					for (int i = Math.max(0, x - 1); i <= Math.min(left.getWidth() - 1, x + 1); i++)
						if (left.get(i, j) != 0) {
							left.set(i, j, 0);
							queue.add(j * left.getWidth() + i);
						}
			}
		}
		return objects;
	}

	/** The folder's results are those of 'Predict with U-Net...' on the same image. */
	@Test
	public void mapsAreThoseOfTheCommandForStacks() throws Exception {
		predict();
		final ImagePlus image = IJ.openImage(data.images.resolve("two.tif").toString());
		final ImagePlus expected = (ImagePlus) commands
			.run(Predict.class, "images", image, "modelFile", model, "samples", 2, "threshold", 0.4)
			.getOutput("probability");
		final ImagePlus written = data.result("two-probability.tif");
		for (int i = 1; i <= 2; i++)
			assertArrayEquals((float[]) expected.getStack().getPixels(i),
				(float[]) written.getStack().getPixels(i), 0);
		assertEquals(1, written.getDisplayRangeMax(), 0);
		assertEquals(0.5, data.result("one-mask.tif").getCalibration().pixelWidth, 1e-6);
	}

	/** The same columns with the same values, of objects and of images. */
	@Test
	public void tablesAreThoseOfTheCommandForStacks() throws Exception {
		predict();
		final Table results = data.table("results.csv");
		int row = 0;
		for (final String key : FolderFixture.GOOD) {
			final ImagePlus image = IJ.openImage(data.images.resolve(key + ".tif").toString());
			final File expected = folder.newFile();
			final CommandModule module = commands.run(Predict.class, "images", image, "modelFile",
				model, "samples", 2, "threshold", 0.4, "csvFile", expected);
			final Table objects = data.table(key + "-objects.csv");
			assertEquals(Files.readAllLines(expected.toPath()),
				Files.readAllLines(data.results.resolve(key + "-objects.csv")));
			assertTrue(objects.headings()
				.containsAll(List.of("Confidence", "Exists", "Predicted IoU", "Length low")));
			final ResultsTable images = (ResultsTable) module.getOutput("imageTable");
			for (int i = 0; i < images.size(); i++, row++)
				for (final String heading : images.getHeadings()) {
					if (Set.of("Image", "Slice", "Prediction").contains(heading)) continue;
					final String cell = results.cell(results.rows().get(row), heading).text();
					final double number = images.getValue(heading, i);
					if (Double.isNaN(number))
						assertEquals(heading, images.getStringValue(heading, i), cell);
					else
						assertEquals(heading, number, Double.parseDouble(cell), 0);
				}
		}
		assertEquals(row, results.rows().size());
		assertTrue("the test sees objects with confidence", results.rows().stream()
			.anyMatch(r -> !results.cell(r, "Total area low").text().isEmpty()));
	}

	/** A table of an earlier version counts for what it says, and is completed. */
	@Test
	public void aTableOfBeforeIsGoneOnWith() throws Exception {
		predict("confidence", false);
		final Table now = data.table("results.csv");
		final int from = now.headings().indexOf("Objects low"),
			to = now.headings().indexOf("Seconds");
		final Table before = new Table(without(now.headings(), from, to));
		for (final List<String> row : now.texts()) {
			assertEquals("no confidence, no figures", "", row.get(from));
			before.addTexts(without(row, from, to));
		}
		assertEquals(22, before.headings().size());
		before.write(data.results.resolve("results.csv"));
		final Map<String, String> first = aged();
		assertEquals(4, predict("confidence", false).size());
		assertEquals("nothing is done again", first, data.written());
		predict();
		assertTrue(changed(first).contains("one-objects.csv"));
		final Table completed = data.table("results.csv");
		assertEquals(FolderTable.COLUMNS, completed.headings());
		assertEquals(4, completed.rows().size());
		assertTrue(completed.rows().stream()
			.allMatch(row -> !completed.cell(row, "Total area low").text().isEmpty()));
	}

	private static List<String> without(final List<String> cells, final int from, final int to) {
		final List<String> left = new ArrayList<>(cells.subList(0, from));
		left.addAll(cells.subList(to, cells.size()));
		return left;
	}

	@Test
	public void whatIsDoneIsNotDoneAgain() throws Exception {
		predict();
		final Map<String, String> first = aged();
		final ResultsTable again = predict();
		assertEquals(4, again.size());
		assertEquals(first, data.written());
		Files.delete(data.results.resolve("two-rois.zip"));
		predict();
		assertEquals(List.of("results.csv", "two-mask.tif", "two-objects.csv",
			"two-probability.tif", "two-rois.zip", "two-uncertainty.tif"), changed(first));
	}

	@Test
	public void anotherThresholdOrFileIsPredictedAnewButARenamedModelIsNot() throws Exception {
		predict("variance", true);
		final Map<String, String> first = aged();
		final File renamed = new File(MODELS.getRoot(), "renamed.zip");
		Files.copy(model.toPath(), renamed.toPath());
		predict("modelFile", renamed);
		assertEquals(first, data.written());
		Files.setLastModifiedTime(data.masks.resolve("two.tif"),
			FileTime.fromMillis(1_000_000_000_000L));
		predict();
		assertFalse("a map that nobody asked for stays from before",
			data.written().containsKey("two-variance.tif"));
		assertTrue(changed(first).stream()
			.allMatch(name -> name.startsWith("two-") || name.equals("results.csv")));
		predict("threshold", 0.3);
		assertTrue(changed(first).contains("one-mask.tif"));
		final Table table = data.table("results.csv");
		assertEquals(4, table.rows().size());
		assertTrue(table.rows().stream()
			.allMatch(row -> table.cell(row, "Settings").text().contains("threshold=0.3")));
	}

	/** Sets all times of the results back, so that a file that is written anew shows. */
	private Map<String, String> aged() throws Exception {
		for (final String name : data.written().keySet())
			Files.setLastModifiedTime(data.results.resolve(name),
				FileTime.fromMillis(1_500_000_000_000L));
		return data.written();
	}

	private List<String> changed(final Map<String, String> before) throws Exception {
		final List<String> changed = new ArrayList<>();
		data.written().forEach((name, time) -> {
			if (!time.equals(before.get(name))) changed.add(name);
		});
		return changed;
	}

	@Test
	public void withoutAFolderTheResultsGoBelowTheImages() throws Exception {
		commands.run(PredictFolder.class, "modelFile", model, "imageFolder", data.images.toFile(),
			"samples", 1);
		final Path results = data.images.resolve("mc-dropout-unet");
		final Table table = Table.read(results.resolve("results.csv"));
		assertEquals(4, table.rows().size());
		assertEquals("no masks, no scores", "", table.cell(table.rows().get(0), "Dice").text());
		commands.run(PredictFolder.class, "modelFile", model, "imageFolder", data.images.toFile(),
			"samples", 1);
		assertEquals("results are no images", 4,
			Table.read(results.resolve("results.csv")).rows().size());
	}

	@Test
	public void mistakesAreNamed() throws Exception {
		assertTrue(
			reason("resultFolder", data.images.toFile()).contains("cannot go among the images"));
		assertTrue(reason("imagePattern", "*.png").contains("No image in"));
		assertTrue(reason("modelFile", new File("no.zip")).contains("no.zip"));
		assertTrue(reason("maskFolder", data.images.toFile()).contains("Say in 'Mask files'"));
		assertTrue(reason("maskPattern", "{sample}_truth.tif")
			.contains("None of the images (3) has a true mask in"));
		assertFalse("nothing was made", Files.exists(data.results));
	}

	@Test
	public void aMaskThatDoesNotFitIsAFailure() throws Exception {
		Files.copy(data.masks.resolve("sub/one.tif"), data.masks.resolve("two.tif"),
			java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		predict();
		final Table failures = data.table("failures.csv");
		assertEquals(1, failures.texts().size());
		assertEquals("two", failures.texts().get(0).get(0));
		assertTrue(
			failures.texts().get(0).get(1).contains("has 2 images, but 'two.tif' has 1 mask"));
		assertEquals(2, data.table("results.csv").rows().size());
	}

	@Test
	public void ifNoneCanBePredictedThatIsAnError() throws Exception {
		data.bad();
		final String reason = reason("imagePattern", "regex:(?<sample>gray|text).tif");
		assertTrue(reason, reason.startsWith("None of the 2 images could be predicted.\n'gray': "));
		assertEquals(2, data.table("failures.csv").rows().size());
	}

	@Test
	public void anotherTableOfThatNameIsLeftAlone() throws Exception {
		Files.createDirectories(data.results);
		Files.write(data.results.resolve("results.csv"), "a,b\n1,2\n".getBytes());
		assertTrue(reason().contains("is another table"));
		assertEquals("a,b\n1,2\n",
			new String(Files.readAllBytes(data.results.resolve("results.csv"))));
	}

	/** The image's name can be a file's, but "...-uncertainty.tif" is too long for the disk. */
	@Test
	public void tooLongNamesAreSaidBeforeAnythingIsPredicted() throws Exception {
		final String name = "n".repeat(245);
		Files.copy(data.images.resolve("one.tif"), data.images.resolve(name + ".tif"));
		assertEquals("the frames of the others", 4, predict("maskFolder", null).size());
		final Table failures = data.table("failures.csv");
		assertEquals(1, failures.size());
		assertTrue(failures.texts().toString(),
			failures.texts().toString().contains("Rename the image."));
	}
}
