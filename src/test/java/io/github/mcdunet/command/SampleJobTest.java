package io.github.mcdunet.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.evaluation.EvaluationReport;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.workflow.Predictor;
import io.github.mcdunet.workflow.Training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The README's command and its script, on less data. */
public class SampleJobTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void leavesAllItsResults() throws IOException {
		final Path out = folder.getRoot().toPath().resolve("sample");
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final EvaluationReport report = SampleJob.run(out, 9, 48, 2, new PrintStream(said));
		assertEquals("an eighth of nine", 1, report.images().size());
		for (final String name : new String[]{ "worms.mcdunet.zip", "history.csv", "split.csv",
			"dice.csv", "objects.csv", "RoiSet.zip" })
			assertTrue(name, Files.size(out.resolve(name)) > 0);
		for (final String name : new String[]{ "images", "truth", "probability", "mask",
			"uncertainty" }) {
			final ImagePlus image = IJ.openImage(out.resolve(name + ".tif").toString());
			assertEquals(name, 48, image.getWidth());
			assertEquals(name, name.equals("images") ? 2 : 1, image.getStackSize());
		}
		final BufferedImage figure = ImageIO.read(out.resolve("figure.png").toFile());
		assertTrue("five cells of 192", figure.getWidth() > 5 * 192);
		assertEquals("the memory, one line per epoch and one at the end", 4,
			said.toString().split("\n").length);
	}

	@Test
	public void theReadmesScript() {
		final Dataset worms = new SyntheticWorms(48).generate(3, 1);
		final ImagePlus images = Datasets.images(worms, "Worms"),
			masks = Datasets.masks(worms, "Worms truth");
		final Path file = folder.getRoot().toPath().resolve("worms.mcdunet.zip");

		final Dataset data = Datasets.of(images, masks);
		final UNetModel model = new Training(TrainingSettings.defaults().seed(42).epochs(1))
			.run(data, Progress.NONE).model();
		ModelFile.write(model, file);
		final UncertaintyMaps maps = new Predictor(ModelFile.read(file)).samples(2)
			.run(data.get(0).image(), Progress.NONE);

		assertEquals(48, maps.width());
		assertEquals(2, maps.samples());
	}
}
