package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.evaluation.trust.TrustReport;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.OutputMaps;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.training.TrainingSettings;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Networks of several classes that separate touching objects, from samples to objects. */
public class ClassPredictionTest {

	private static final int W = 70, H = 51;
	private static final List<LabelClass> CLASSES = List.of(new LabelClass("background", 0),
		new LabelClass("round", 0xff8000), new LabelClass("rod", 0x0080ff));

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static UNetModel model(final Outputs outputs, final List<LabelClass> classes) {
		final Parameters p = Parameters
			.initial(Architecture.reference(1).baseFilters(4).depth(2).outputs(outputs), 1);
		final SplittableRandom r = new SplittableRandom(2);
		for (final Parameters.Entry e : p.entries())
			if (!e.name().endsWith("/weights")) for (int i = 0; i < e.values().length; i++)
				e.values()[i] += (float) (0.4 * r.nextDouble()
					- (e.name().endsWith("/mean") ? 0 : 0.1));
		return new UNetModel(p, Normalization.maximum(), List.of("a"), PixelSize.UNCALIBRATED,
			Map.of(), List.of(), classes);
	}

	private static UNetModel model() {
		return model(new Outputs(3, true), CLASSES);
	}

	private static Img<FloatType> image() {
		final float[] pixels = new float[W * H];
		final SplittableRandom r = new SplittableRandom(3);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (4095 * r.nextDouble());
		return ArrayImgs.floats(pixels, W, H, 1);
	}

	private static void assertConsistent(final UncertaintyMaps m) {
		final List<float[]> classes = m.outputs().classes();
		assertEquals(3, classes.size());
		boolean differ = false;
		for (int i = 0; i < W * H; i++) {
			double sum = 0, entropy = 0;
			for (final float[] p : classes) {
				sum += p[i];
				entropy -= p[i] > 0 ? p[i] * Math.log(p[i]) : 0;
			}
			assertEquals(1, sum, 1e-5);
			assertEquals(1 - classes.get(0)[i], m.probability()[i], 1e-5);
			assertEquals(entropy, m.entropy()[i], 1e-4);
			assertTrue(
				m.mutualInformation()[i] >= 0 && m.mutualInformation()[i] <= m.entropy()[i] + 1e-5);
			assertTrue(m.variance()[i] >= 0 && m.variance()[i] <= 1 / 3f);
			differ |= m.mutualInformation()[i] > 0;
		}
		assertTrue("the samples differ", differ);
	}

	@Test
	public void classesSumToOneWhateverTheSamplesComeFrom() {
		final UNetModel m = model();
		assertConsistent(new Predictor(m).samples(4).run(image(), Progress.NONE));
		assertConsistent(Predictor.views(m).run(image(), Progress.NONE));
		assertConsistent(Predictor.ensemble(List.of(m, m)).samples(4).run(image(), Progress.NONE));
	}

	@Test
	public void tilesDoNotChangeTheMaps() {
		final Predictor p = new Predictor(model()).samples(3).sampleMasks(0.5);
		final UncertaintyMaps whole = p.tileSize(1024).run(image(), Progress.NONE),
			tiled = p.tileSize(32).run(image(), Progress.NONE);
		for (int k = 0; k < 3; k++)
			assertArrayEquals(whole.outputs().classes().get(k), tiled.outputs().classes().get(k),
				1e-5f);
		assertArrayEquals(whole.outputs().separation().get(), tiled.outputs().separation().get(),
			1e-5f);
		assertArrayEquals(whole.entropy(), tiled.entropy(), 1e-4f);
		for (int t = 0; t < 3; t++) {
			final Labels a = whole.sampleMasks().get().mask(t),
				b = tiled.sampleMasks().get().mask(t);
			final Labels c = whole.sampleMasks().get().seeds(t).get(),
				d = tiled.sampleMasks().get().seeds(t).get();
			int different = 0;
			for (int i = 0; i < W * H; i++)
				if (a.classes()[i] != b.classes()[i] || c.classes()[i] != d.classes()[i])
					different++;
			assertTrue(different + " pixels", different < 3);
		}
	}

	@Test
	public void calibrationKeepsTheRatioOfTheClasses() {
		final UncertaintyMaps raw = new Predictor(model()).samples(2).run(image(), Progress.NONE);
		final float[] half = raw.probability().clone();
		for (int i = 0; i < half.length; i++)
			half[i] /= 2;
		final UncertaintyMaps changed = raw.withProbability(half);
		final List<float[]> before = raw.outputs().classes(), after = changed.outputs().classes();
		for (int i = 0; i < half.length; i++) {
			assertEquals(before.get(1)[i] / 2, after.get(1)[i], 1e-5);
			assertEquals(before.get(2)[i] / 2, after.get(2)[i], 1e-5);
			assertEquals(1 - half[i], after.get(0)[i], 1e-6);
		}
	}

	@Test
	public void aFileKeepsClassesAndOutputs() throws Exception {
		final File file = new File(folder.getRoot(), "m.mcdunet.zip");
		ModelFile.write(model(), file.toPath());
		final UNetModel read = ModelFile.read(file.toPath());
		assertEquals(CLASSES, read.classes());
		assertEquals(new Outputs(3, true), read.architecture().outputs());
		assertArrayEquals(new Predictor(model()).samples(2).run(image(), Progress.NONE).entropy(),
			new Predictor(read).samples(2).run(image(), Progress.NONE).entropy(), 0);
		final UNetModel binary = model(Outputs.BINARY, LabelClass.OF_MASKS);
		ModelFile.write(binary, file.toPath());
		assertEquals(LabelClass.OF_MASKS, ModelFile.read(file.toPath()).classes());
		final String bytes = new String(Files.readAllBytes(file.toPath()),
			StandardCharsets.ISO_8859_1);
		assertTrue("as it always was", !bytes.contains("outputs"));
	}

	@Test
	public void anEnsembleNeedsTheSameClasses() {
		final UNetModel other = model(new Outputs(3, true),
			List.of(CLASSES.get(0), CLASSES.get(2), CLASSES.get(1)));
		final String message = assertThrows(McdUnetException.class,
			() -> Predictor.ensemble(List.of(model(), other))).getMessage();
		assertTrue(message, message.contains("[background, round, rod"));
	}

	@Test
	public void objectsHaveClassesAndChances() {
		final UNetModel m = model();
		final float[] sorted = new Predictor(m).samples(4).run(image(), Progress.NONE)
			.probability();
		Arrays.sort(sorted);
		final float median = sorted[sorted.length / 2];
		final UncertaintyMaps maps = new Predictor(m).samples(4).sampleMasks(median).run(image(),
			Progress.NONE);
		final SegmentedImage found = new ObjectAnalysis(m).threshold(median).run(maps, image());
		assertTrue(found.objects().size() > 1);
		for (final SegmentedObject o : found.objects()) {
			assertTrue(o.features().ofClass() >= 1 && o.features().ofClass() <= 2);
			assertTrue(o.measurement().get().split() >= 0 && o.measurement().get().split() <= 1);
			assertTrue(o.measurement().get().joined() >= 0 && o.measurement().get().joined() <= 1);
		}
		double sum = 0;
		for (int k = 0; k < 2; k++)
			sum += found.measurement().get().counts().get(k).value();
		assertEquals(found.objects().size(), sum, 0);
	}

	/** A report on trust takes all classes together as foreground. */
	@Test
	public void trustIsThatOfTheForeground() {
		final UncertaintyMaps maps = new Predictor(model()).samples(4).run(image(), Progress.NONE);
		final byte[] classes = new byte[W * H];
		for (int i = 0; i < classes.length; i++)
			classes[i] = (byte) (i % 3);
		final Labels truth = Labels.ofClasses(classes, W, H);
		final TrustReport report = new TrustReport(), mask = new TrustReport();
		report.add("a", truth, maps);
		mask.add("a", truth.foregroundMask(), maps);
		assertEquals(mask.calibrationTable().texts(), report.calibrationTable().texts());
		assertEquals(mask.detectionTable().texts(), report.detectionTable().texts());
		assertEquals(mask.summaryTable().texts(), report.summaryTable().texts());
	}

	/** Of 200 objects of 2, 3, .. 201 pixels, two are smaller than the one-hundredth smallest. */
	@Test
	public void aSeparatingModelKnowsHowSmallObjectsWere() {
		final float[] pixels = new float[256 * 256];
		final int[] objects = new int[pixels.length];
		for (int k = 0, i = 0; k < 200; k++, i++)
			for (int n = 0; n < k + 2; n++)
				objects[i++] = k + 1;
		final SplittableRandom r = new SplittableRandom(1);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = objects[i] > 0 ? 100 + r.nextInt(9) : r.nextInt(9);
		final Labels labels = Labels.ofObjects(objects, 256, 256, 200);
		final Dataset data = new Dataset(List.of(new LabeledImage("a", 1, pixels, labels),
			new LabeledImage("b", 1, pixels, labels)), List.of("c"));
		final UNetModel trained = new Training(
			TrainingSettings.defaults().epochs(1).baseFilters(1).depth(1).separation(true))
			.run(data, Progress.NONE).model();
		assertEquals("4", trained.manifest().get("objects.smallest"));
		final float[] depth = new float[64];
		final float[] p = new float[64];
		for (final int i : new int[]{ 0, 1, 2, 16, 17, 18, 19 }) {
			p[i] = 0.9f;
			depth[i] = 0.8f;
		}
		final UncertaintyMaps maps = new UncertaintyMaps(8, 8, 1, Map.of(MapKind.PROBABILITY, p),
			new OutputMaps(new Outputs(2, true), List.of(), Optional.of(depth)));
		final Img<FloatType> image = ArrayImgs.floats(new float[64], 8, 8, 1);
		assertEquals(1, new ObjectAnalysis(trained).run(maps, image).objects().size());
		assertEquals(2, new ObjectAnalysis().run(maps, image).objects().size());
	}
}
