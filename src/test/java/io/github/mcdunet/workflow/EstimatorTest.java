package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.ImageSeries;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Test;

public class EstimatorTest {

	private static final Img<FloatType> IMAGE = RandomNetworks.image(32, 32);
	private final UNetModel first = RandomNetworks.model(0.5, 1, 2, Normalization.maximum());
	private final UNetModel second = RandomNetworks.model(0.5, 2, 2, Normalization.maximum());

	@Test
	public void eachDoesWhatItsNameSays() {
		assertArrayEquals(
			new Predictor(first).samples(5).seed(3).run(IMAGE, Progress.NONE).variance(),
			maps(Estimator.MC_DROPOUT, 5).variance(), 0);
		assertArrayEquals(
			Predictor.views(first).samples(16).seed(3).run(IMAGE, Progress.NONE).variance(),
			maps(Estimator.TEST_TIME_AUGMENTATION, 9).variance(), 0);
		assertArrayEquals(Predictor.ensemble(List.of(first, second)).samples(6).seed(3)
			.run(IMAGE, Progress.NONE).variance(), maps(Estimator.ENSEMBLE, 5).variance(), 0);
		assertEquals(16, maps(Estimator.TEST_TIME_AUGMENTATION, 9).samples());
		assertEquals(6, maps(Estimator.ENSEMBLE, 5).samples());
	}

	@Test
	public void oneModelIsNoEnsemble() {
		assertFalse(Estimator.ENSEMBLE.fits(List.of(first)));
		assertEquals(
			"An ensemble takes at least two models. Choose the second one too, such as that of a "
				+ "training with another seed.",
			assertThrows(McdUnetException.class, () -> Estimator.ENSEMBLE.predictor(List.of(first)))
				.getMessage());
	}

	private UncertaintyMaps maps(final Estimator estimator, final int samples) {
		final List<UncertaintyMaps> maps = new ArrayList<>();
		estimator.predictor(List.of(first, second)).samples(samples).seed(3).run(series(),
			(i, m) -> maps.add(m), Progress.NONE);
		return maps.get(0);
	}

	private static ImageSeries series() {
		return new ImageSeries() {

			@Override
			public int size() {
				return 1;
			}

			@Override
			public int channels() {
				return 2;
			}

			@Override
			public String name(final int i) {
				return "one";
			}

			@Override
			public RandomAccessibleInterval<FloatType> image(final int i) {
				return IMAGE;
			}
		};
	}
}
