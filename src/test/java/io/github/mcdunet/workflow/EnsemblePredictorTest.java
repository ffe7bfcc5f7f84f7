package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Test;

public class EnsemblePredictorTest {

	private final Img<FloatType> image = RandomNetworks.image(48, 32);

	@Test
	public void theMeanOfThreeModelsThatScaleDifferently() {
		final UNetModel[] models = { RandomNetworks.model(0, 1, 2, Normalization.maximum()),
			RandomNetworks.model(0, 2, 3, Normalization.percentiles(1, 99)),
			RandomNetworks.model(0, 3, 2, Normalization.maximum()) };
		final UncertaintyMaps maps = Predictor.ensemble(List.of(models)).run(image, Progress.NONE);
		assertEquals(3, maps.samples());
		final float[][] alone = new float[3][];
		for (int m = 0; m < 3; m++)
			alone[m] = new Predictor(models[m]).run(image, Progress.NONE).probability();
		for (int i = 0; i < 48 * 32; i++) {
			final double a = alone[0][i], b = alone[1][i], c = alone[2][i], mean = (a + b + c) / 3;
			assertEquals(mean, maps.probability()[i], 1e-5);
			assertEquals(
				(Math.pow(a - mean, 2) + Math.pow(b - mean, 2) + Math.pow(c - mean, 2)) / 3,
				maps.variance()[i], 1e-5);
		}
	}

	@Test
	public void aModelTwiceDoesNotDisagreeWithItself() {
		final UNetModel model = RandomNetworks.model(0, 1, 2, Normalization.maximum());
		final UncertaintyMaps maps = Predictor.ensemble(List.of(model, model)).run(image,
			Progress.NONE);
		assertArrayEquals(new Predictor(model).run(image, Progress.NONE).probability(),
			maps.probability(), 0);
		assertArrayEquals(new float[48 * 32], maps.variance(), 0);
		// the entropies of samples are interpolated in a table
		assertArrayEquals(new float[48 * 32], maps.mutualInformation(), 3e-7f);
	}

	@Test
	public void dropoutGivesSeveralSamplesPerModel() {
		final UNetModel model = RandomNetworks.model(0.5, 1, 2, Normalization.maximum());
		final UncertaintyMaps maps = Predictor.ensemble(List.of(model)).samples(5).seed(9)
			.run(image, Progress.NONE);
		assertArrayEquals(
			new Predictor(model).samples(5).seed(9).run(image, Progress.NONE).entropy(),
			maps.entropy(), 0);
		assertEquals(10, Predictor.ensemble(List.of(model, model)).samples(10)
			.run(image, Progress.NONE).samples());
	}

	@Test
	public void modelsThatDoNotFitGetASentence() {
		final UNetModel model = RandomNetworks.model(0, 1, 2, Normalization.maximum());
		final UNetModel other = new UNetModel(model.parameters(), model.normalization(),
			List.of("b", "a"), model.pixelSize(), model.manifest(), model.history());
		assertSentence(() -> Predictor.ensemble(List.of()), "no model");
		assertSentence(() -> Predictor.ensemble(List.of(model, other)), "[a, b] and [b, a]");
		assertSentence(() -> Predictor.ensemble(List.of(model)).run(RandomNetworks.image(3, 40),
			Progress.NONE), "3 x 40");
		assertSentence(() -> Predictor.ensemble(List.of(model)).samples(0), "1 to 10000");
	}

	private static void assertSentence(final org.junit.function.ThrowingRunnable action,
		final String words) {
		final String message = assertThrows(McdUnetException.class, action).getMessage();
		assertTrue(message, message.contains(words));
	}
}
