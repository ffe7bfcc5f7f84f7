package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.workflow.BrokenOffTraining;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Runs the macros of the folder macros/ and of the documentation on the packaged plug-in, without a
 * screen.
 */
public class MacroIT {

	private static MacroRunner imagej;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@BeforeClass
	public static void startImageJ() throws Exception {
		imagej = new MacroRunner();
	}

	@Test
	public void theClassesAreThoseOfThePackagedJar() throws Exception {
		assertEquals(PackagedPlugin.jar().getCanonicalFile(),
			new File(imagej.origin().toURI()).getCanonicalFile());
	}

	@Test
	public void trainAndPredictSample() throws IOException {
		final Path out = folder.newFolder("my worms").toPath();
		final String open = run(read("macros/Train_and_Predict_Sample.ijm"), out + ",5,32,2,2");
		assertTrue(open, open.contains("Worms mask 32x32x5\n"));
		assertTrue(open, open.contains("Worms probability 32x32x5\n"));
		assertTrue(open, open.contains("Worms uncertainty 32x32x5\n"));
		assertTrue(open, open.contains("Worms 32x32x10\n")); // two channels
		assertFiles(out, "worms.mcdunet.zip", "worms-history.csv", "worms-split.csv",
			"worms-objects.csv", "worms-scores.csv", "worms-rois.zip");
	}

	@Test
	public void trainAndPredictFolder() throws IOException {
		final Path data = folder.newFolder("my data").toPath();
		final Path out = folder.newFolder("out").toPath();
		saveSample(data);
		final String open = run(read("macros/Train_and_Predict_Folder.ijm"),
			data + ",*_image.tif,*_mask.tif,32,1,2," + out.resolve("model.mcdunet.zip"));
		assertTrue(open, open.contains("mask.tif 32x32x5\n"));
		assertFiles(out, "model.mcdunet.zip", "model-history.csv", "model-split.csv", "objects.csv",
			"mask.tif", "rois.zip");
	}

	/**
	 * The model is of the same run; the folder is predicted twice, the second time nothing is to be
	 * done.
	 */
	@Test
	public void predictFolder() throws IOException {
		final Path data = folder.newFolder("my data").toPath();
		final Path out = folder.newFolder("out").toPath();
		final Path results = folder.getRoot().toPath().resolve("my results");
		saveSample(data);
		run(read("macros/Train_and_Predict_Folder.ijm"),
			data + ",*_image.tif,*_mask.tif,32,1,2," + out.resolve("model.mcdunet.zip"));
		final String argument = data + ",*_image.tif,*_mask.tif,2,"
			+ out.resolve("model.mcdunet.zip") + "," + results;
		assertTrue(run(read("macros/Predict_Folder.ijm"), argument).endsWith("end"));
		final List<String> table = Files.readAllLines(results.resolve("results.csv"));
		assertEquals("a heading and five images", 6, table.size());
		for (int i = 1; i <= 5; i++)
			for (final String ending : Arrays.asList("probability.tif", "mask.tif",
				"uncertainty.tif", "mutual-information.tif", "rois.zip", "objects.csv"))
				assertTrue(ending, Files.size(results.resolve("w" + i + "-" + ending)) > 0);
		final FileTime time = Files.getLastModifiedTime(results.resolve("w3-mask.tif"));
		assertTrue(run(read("macros/Predict_Folder.ijm"), argument).endsWith("end"));
		assertEquals(time, Files.getLastModifiedTime(results.resolve("w3-mask.tif")));
		assertEquals(table, Files.readAllLines(results.resolve("results.csv")));
	}

	/** ImageJ's own opener would end the macro. */
	@Test
	public void filesThatAreNoImagesDoNotStopTheMacro() throws IOException {
		final Path data = folder.newFolder("my data").toPath();
		saveSample(data);
		Files.write(data.resolve("w2_image.tif"), new byte[]{ 'n', 'o' });
		Files.move(data.resolve("w4_image.tif"), data.resolve("w4.bak"));
		Files.write(data.resolve("w4_image.xyz"), new byte[64]);
		final String open = run("run('Import Training Folder...', 'folder=[" + data
			+ "] imagepattern=[*_image.*] maskpattern=[*_mask.tif]');", "");
		assertTrue(open, open.contains("my data images 32x32x6\n") && open.endsWith("end"));
	}

	/** The stack is saved by the one macro and opened by the other. */
	@Test
	public void reviewMostUncertain() throws IOException {
		final Path out = folder.newFolder("my worms").toPath();
		run(read("macros/Train_and_Predict_Sample.ijm"), out + ",5,32,1,2");
		final String stack = out.resolve("new images.tif").toString().replace('\\', '/');
		run("run('Open Sample Worms...', 'number=4 size=32 seed=3'); selectImage('Worms'); saveAs('Tiff', '"
			.replace('\'', '"') + stack + "\");", "");
		final PrintStream console = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, "UTF-8"));
		try {
			final String open = run(read("macros/Review_Most_Uncertain.ijm"), stack + ","
				+ out.resolve("worms.mcdunet.zip") + ",2,2," + out.resolve("review.csv"));
			assertTrue(open, open.contains("new images mask 32x32x4\n"));
		}
		finally {
			System.setOut(console);
		}
		final List<String> images = Files.readAllLines(out.resolve("review-images.csv"));
		assertEquals("a heading and four images", 5, images.size());
		for (int i = 1; i <= 2; i++) {
			final String[] cells = images.get(i).split(",");
			final String line = cells[0] + ": about " + Math.round(Double.parseDouble(cells[3]))
				+ " pixels are probably wrong";
			assertTrue(line, printed.toString("UTF-8").contains(line));
		}
		assertFalse("the two most uncertain ones",
			printed.toString("UTF-8").contains(images.get(3).split(",")[0] + ": about"));
		assertTrue(Files.readAllLines(out.resolve("review.csv")).size() > 4);
	}

	@Test
	public void compareTwoModels() throws IOException {
		final Path out = folder.newFolder("out").toPath();
		final String open = run(read("macros/Compare_Two_Models.ijm"), out + ",1,2,5,32");
		for (final String image : List.of("Images 32x32x10", "Truth 32x32x5", "U-Net 32x32x5",
			"MC dropout U-Net 32x32x5", "Compared models 640x"))
			assertTrue(image + " of " + open, open.contains(image));
		assertTrue(Files.readAllLines(out.resolve("compared.csv")).get(0)
			.startsWith("Image,U-Net,MC dropout U-Net"));
	}

	@Test
	public void compareTwoModelsOnFolders() throws IOException {
		final Path data = folder.newFolder("my data").toPath();
		final Path out = folder.newFolder("out").toPath();
		saveSample(data);
		final String open = run(read("macros/Compare_Two_Models.ijm"),
			out + ",1,2," + data + "," + data + ",*_image.tif,*_mask.tif,32");
		assertTrue(open, open.contains("Compared models 640x"));
		assertEquals("a heading, five images, median and mean", 8,
			Files.readAllLines(out.resolve("compared.csv")).size());
	}

	@Test
	public void everyMacroOfTheDocumentation() throws IOException {
		final Map<String, String> macros = DocumentedMacros.read();
		assertTrue("only " + macros.keySet(), macros.size() >= 5);
		for (final Map.Entry<String, String> macro : macros.entrySet()) {
			final Path data = folder.newFolder().toPath();
			saveSample(Files.createDirectories(data.resolve("folder")));
			BrokenOffTraining.write(data.resolve("worms.mcdunet.checkpoint.zip"), sample());
			final String open = run(DocumentedMacros.small(macro.getValue(), data), "");
			assertTrue(macro.getKey() + " did not reach its end", open.endsWith("end"));
		}
	}

	@Test
	public void everyMacroOfTheFolderIsTested() throws IOException {
		try (Stream<Path> files = Files.list(Paths.get("macros"))) {
			assertEquals(
				"[Compare_Two_Models.ijm, Predict_Folder.ijm, Review_Most_Uncertain.ijm, Train_and_Predict_Folder.ijm, "
					+ "Train_and_Predict_Sample.ijm]",
				files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".ijm")).sorted()
					.collect(Collectors.toList()).toString());
		}
	}

	@Test
	public void aMistakeStopsTheMacro() throws IOException {
		assertEquals("",
			run("run('Open Sample Worms...', 'number=0 size=32 seed=1');".replace('\'', '"'), ""));
		assertEquals("",
			run("run('Open Sample Worms...', 'nubmer=3 size=32 seed=1');".replace('\'', '"'), ""));
	}

	@Test
	public void theSampleOpensImagesWithTheirMasks() throws IOException {
		assertEquals("Worms truth 40x40x3\nWorms 40x40x6\nend",
			run("run('Open Sample Worms...', 'number=3 size=40 seed=1');".replace('\'', '"'), ""));
	}

	/** The sample of the macros made small, as the command sees it. */
	private static Dataset sample() {
		final Dataset worms = new SyntheticWorms(32).generate(5, 1);
		return Datasets.of(Datasets.images(worms, "Worms"), Datasets.masks(worms, "Worms truth"));
	}

	private String run(final String macro, final String argument) throws IOException {
		return imagej.run(macro, argument, folder.getRoot().toPath().resolve("protocol.txt"));
	}

	/** Five pairs of files, name_image.tif with two channels and name_mask.tif. */
	private void saveSample(final Path data) throws IOException {
		final String path = data.toString().replace('\\', '/');
		final String done = run(String.join("\n", //
			"run('Open Sample Worms...', 'number=5 size=32 seed=3');", //
			"for (i = 1; i <= 5; i++) {", //
			"	selectImage('Worms');", //
			"	run('Duplicate...', 'title=one duplicate slices=' + i + ' frames=' + i);", //
			"	saveAs('Tiff', '" + path + "/w' + i + '_image.tif');", //
			"	close();", //
			"	selectImage('Worms truth');", //
			"	setSlice(i);", //
			"	run('Duplicate...', 'title=one');", //
			"	saveAs('Tiff', '" + path + "/w' + i + '_mask.tif');", //
			"	close();", //
			"}").replace('\'', '"'), "");
		assertTrue("The sample was not saved", done.endsWith("end"));
	}

	private static String read(final String file) throws IOException {
		return new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8);
	}

	private static void assertFiles(final Path folder, final String... expected)
		throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			final Set<String> names = files.map(f -> f.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
			assertEquals(new TreeSet<>(Arrays.asList(expected)), names);
		}
	}
}
