package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.Engines;

import java.util.Arrays;
import java.util.List;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** Models whose weights are finite, but what they compute is not; with each engine. */
@RunWith(Parameterized.class)
public class OverflowTest {

	private static final String PROPERTY = "mcdunet.engine";

	private final String engine;
	private String before;

	public OverflowTest(final String engine) {
		this.engine = engine;
	}

	@Parameterized.Parameters(name = "{0}")
	public static Object[] engines() {
		return Engines.all().stream().map(EngineProvider::id).toArray();
	}

	@Before
	public void choose() {
		before = System.setProperty(PROPERTY, engine);
	}

	@After
	public void chooseAsBefore() {
		if (before == null) System.clearProperty(PROPERTY);
		else
			System.setProperty(PROPERTY, before);
	}

	private static UNetModel sound() {
		return RandomNetworks.model(0.5, 1, 2, Normalization.maximum());
	}

	private static UNetModel with(final String array, final float value) {
		final UNetModel model = sound();
		final float[] values = model.parameters().get(array);
		for (int i = 0; i < values.length; i++)
			values[i] = i % 3 == 0 ? -value : value;
		return model;
	}

	private static UncertaintyMaps maps(final Predictor predictor) {
		return predictor.run(RandomNetworks.image(40, 36), Progress.NONE);
	}

	private static String refusal(final Predictor predictor) {
		return assertThrows(McdUnetException.class, () -> maps(predictor)).getMessage();
	}

	@Test
	public void weightsThatOverflowAreRefusedWithTheirLayer() {
		for (final float value : new float[]{ 1e30f, 3e38f }) {
			final String message = refusal(
				new Predictor(with("encoder1/conv1/weights", value)).samples(2));
			assertTrue(message, message.startsWith(
				"The model cannot predict: its numbers become too large, in its layer encoder1/conv"));
		}
		for (final String array : List.of("decoder1/conv1/weights", "encoder2/norm2/gamma",
			"decoder0/conv2/weights"))
			assertTrue(array, refusal(new Predictor(with(array, 3e38f)).samples(2))
				.startsWith("The model cannot predict: its numbers become too large"));
	}

	@Test
	public void whatTheNetworkGivesIsLookedAtToo() {
		final String message = refusal(
			new Predictor(with("output/conv/weights", 3e38f)).samples(2));
		assertTrue(message, message.contains("too large, in what it gives."));
	}

	@Test
	public void viewsAndEnsemblesRefuseThemAndSayWhichModel() {
		final UNetModel bad = with("encoder1/conv1/weights", 3e38f);
		assertTrue(refusal(Predictor.views(bad)).startsWith("The model cannot predict"));
		assertTrue(refusal(Predictor.ensemble(List.of(sound(), sound(), bad)))
			.startsWith("Model 3 of 3 cannot predict"));
	}

	/** What is too small for float is 0: the last bias alone decides, p = 1 / (1 + e^-0.25). */
	@Test
	public void weightsNearZeroGiveWhatTheBiasSays() {
		final UNetModel model = with("output/conv/weights", 1e-40f);
		model.parameters().get("output/conv/bias")[0] = 0.25f;
		for (final float p : maps(new Predictor(model).samples(2)).probability())
			assertEquals(1 / (1 + Math.exp(-0.25)), p, 1e-6);
	}

	/** Batch norm adds its epsilon to a variance of 0. */
	@Test
	public void varianceZeroIsAnEpsilon() {
		final UNetModel zero = sound(), small = sound();
		Arrays.fill(zero.parameters().get("encoder1/norm1/variance"), 0);
		Arrays.fill(small.parameters().get("encoder1/norm1/variance"), 1e-12f);
		assertEquals(1e-3, zero.architecture().batchNormEpsilon(), 0);
		final float[] a = maps(new Predictor(zero).samples(2)).probability(),
			b = maps(new Predictor(small).samples(2)).probability();
		for (int i = 0; i < a.length; i++)
			assertEquals(a[i], b[i], 1e-6);
	}

	/** Numbers of 1e15 in one layer, which the next takes back. */
	@Test
	public void largeNumbersInsideAreNoReasonToRefuse() {
		final UNetModel model = sound(), same = sound();
		scale(model.parameters(), "encoder0/conv1/weights", 1e15f);
		scale(model.parameters(), "encoder0/conv1/bias", 1e15f);
		scale(model.parameters(), "encoder0/norm1/mean", 1e15f);
		scale(model.parameters(), "encoder0/norm1/beta", 1e15f);
		scale(model.parameters(), "encoder0/conv2/weights", 1e-15f);
		final float[] a = maps(new Predictor(model).samples(2)).probability(),
			b = maps(new Predictor(same).samples(2)).probability();
		for (int i = 0; i < a.length; i++)
			assertEquals(b[i], a[i], 1e-4);
	}

	private static void scale(final Parameters parameters, final String array, final float factor) {
		final float[] values = parameters.get(array);
		for (int i = 0; i < values.length; i++)
			values[i] *= factor;
	}
}
