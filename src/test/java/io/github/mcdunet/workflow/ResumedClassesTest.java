package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.synthetic.SyntheticCells;
import io.github.mcdunet.dataset.synthetic.SyntheticNuclei;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Trainings on classes, on numbered objects and on marks of some pixels resume bit for bit. */
public class ResumedClassesTest {

	private static final TrainingSettings QUICK = TrainingSettings.defaults().epochs(3)
		.baseFilters(2).depth(2).seed(3).validationFraction(0.34);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private UNetModel breakOff(final TrainingSettings settings, final Dataset data, final Path file)
		throws IOException {
		final UNetModel expected = new Training(settings).run(data, Progress.NONE).model();
		new Training(settings).checkpoints(file, Duration.ZERO).run(data, new Progress() {

			private boolean canceled;

			@Override
			public void report(final String stage, final long done, final long total) {
				canceled |= stage.startsWith("Epoch 3 ");
			}

			@Override
			public boolean isCanceled() {
				return canceled;
			}
		});
		return expected;
	}

	private UNetModel assertResumes(final TrainingSettings settings, final Dataset data)
		throws IOException {
		final Path file = folder.newFolder().toPath().resolve("w.mcdunet.checkpoint.zip");
		final UNetModel expected = breakOff(settings, data, file);
		final ResumedTraining resumed = Training.resume(file, Duration.ZERO);
		assertEquals(2, resumed.epochs());
		final UNetModel model = resumed.run(data, Progress.NONE).model();
		ResumedTrainingTest.assertSame(expected, model);
		assertEquals(data.classes(), model.classes());
		return model;
	}

	@Test
	public void classes() throws IOException {
		final Dataset cells = new SyntheticCells(32).generate(4, 1).withoutObjects();
		final UNetModel model = assertResumes(QUICK, cells);
		assertEquals(SyntheticCells.CLASSES,
			model.classes().stream().skip(1).map(LabelClass::name).toList());
	}

	@Test
	public void objectsThatTouch() throws IOException {
		final Dataset nuclei = new SyntheticNuclei(32).generate(4, 1);
		final UNetModel model = assertResumes(QUICK.separation(true), nuclei);
		assertEquals(true, model.architecture().outputs().separation());
	}

	@Test
	public void marksOfSomePixels() throws IOException {
		assertResumes(QUICK, sparse(new SyntheticCells(32).generate(5, 1), 1));
	}

	/** Every second pixel is marked, and nothing at all in the first image. */
	private static Dataset sparse(final Dataset data, final int unmarked) {
		final List<LabeledImage> images = new ArrayList<>();
		for (final LabeledImage image : data.images()) {
			final byte[] classes = image.labels().classes().clone();
			for (int p = 0; p < classes.length; p++)
				if (images.size() < unmarked || p % 2 == 1) classes[p] = Labels.UNLABELLED;
			images.add(new LabeledImage(image.name(), image.channels(), image.pixels(),
				Labels.ofClasses(classes, image.width(), image.height())));
		}
		return new Dataset(images, data.channelNames(), data.classes());
	}

	/** The very numbers are asked for where they are learnt from, and only there. */
	@Test
	public void otherObjectNumbersAreOtherTruth() throws IOException {
		final Path file = folder.newFolder().toPath().resolve("w.mcdunet.checkpoint.zip");
		final Dataset nuclei = new SyntheticNuclei(32).generate(4, 1);
		breakOff(QUICK.separation(true), nuclei, file);
		final List<LabeledImage> merged = new ArrayList<>();
		for (final LabeledImage image : nuclei.images()) {
			final int[] objects = image.labels().objects().clone();
			for (int p = 0; p < objects.length; p++)
				objects[p] = Math.min(1, objects[p]);
			merged.add(new LabeledImage(image.name(), image.channels(), image.pixels(),
				Labels.ofObjects(objects, image.width(), image.height(), 1)));
		}
		assertThrows(McdUnetException.class, () -> Training.resume(file)
			.run(new Dataset(merged, nuclei.channelNames(), nuclei.classes()), Progress.NONE));
	}
}
