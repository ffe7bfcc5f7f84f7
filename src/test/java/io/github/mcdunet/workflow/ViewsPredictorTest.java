package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.Test;

public class ViewsPredictorTest {

	private static final int WIDTH = 48;
	private static final int HEIGHT = 32;

	private final UNetModel plain = RandomNetworks.model(0, 1, 2, Normalization.maximum());
	private final Img<FloatType> image = RandomNetworks.image(WIDTH, HEIGHT);

	/** The eight views predicted one by one from images that ImgLib2 has turned. */
	@Test
	public void aPlainNetworkHasTheMeanOfEightPredictions() {
		final UncertaintyMaps maps = Predictor.views(plain).run(image, Progress.NONE);
		assertEquals(8, maps.samples());
		final double[] sum = new double[WIDTH * HEIGHT], squares = new double[WIDTH * HEIGHT];
		for (int view = 0; view < 8; view++) {
			RandomAccessibleInterval<FloatType> turned = image;
			if ((view & 1) != 0) turned = Views.zeroMin(Views.invertAxis(turned, 0));
			if ((view & 2) != 0) turned = Views.zeroMin(Views.invertAxis(turned, 1));
			if (view >= 4) turned = Views.permute(turned, 0, 1);
			final float[] p = new Predictor(plain).run(turned, Progress.NONE).probability();
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					final int u = (view & 1) != 0 ? WIDTH - 1 - x : x,
						v = (view & 2) != 0 ? HEIGHT - 1 - y : y;
					final double value = p[view < 4 ? v * WIDTH + u : u * HEIGHT + v];
					sum[y * WIDTH + x] += value;
					squares[y * WIDTH + x] += value * value;
				}
		}
		boolean differ = false;
		for (int i = 0; i < sum.length; i++) {
			assertEquals(sum[i] / 8, maps.probability()[i], 1e-5);
			assertEquals(squares[i] / 8 - Math.pow(sum[i] / 8, 2), maps.variance()[i], 1e-5);
			differ |= maps.variance()[i] > 1e-6 && maps.mutualInformation()[i] > 1e-6;
		}
		assertTrue("the views disagree somewhere", differ);
	}

	/** It does not matter how the image lies. */
	@Test
	public void aTurnedImageGivesTurnedMaps() {
		final float[] upright = Predictor.views(plain).run(image, Progress.NONE).probability(),
			turned = Predictor.views(plain).run(Views.permute(image, 0, 1), Progress.NONE)
				.probability();
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				assertEquals(upright[y * WIDTH + x], turned[x * HEIGHT + y], 1e-5);
	}

	@Test
	public void tilesDoNotChangeTheMapsEvenWithDropout() {
		final Predictor views = Predictor
			.views(RandomNetworks.model(0.5, 1, 2, Normalization.maximum())).samples(16).seed(5);
		final Img<FloatType> large = RandomNetworks.image(150, 101);
		final UncertaintyMaps whole = views.tileSize(1024).run(large, Progress.NONE),
			tiled = views.tileSize(48).run(large, Progress.NONE);
		assertEquals(16, whole.samples());
		assertArrayEquals(whole.probability(), tiled.probability(), 1e-5f);
		assertArrayEquals(whole.variance(), tiled.variance(), 1e-5f);
	}

	@Test
	public void theSeedDecidesTheDropout() {
		final Predictor views = Predictor
			.views(RandomNetworks.model(0.5, 1, 2, Normalization.maximum()));
		final float[] five = views.seed(5).run(image, Progress.NONE).probability();
		assertArrayEquals(five, views.seed(5).run(image, Progress.NONE).probability(), 0);
		assertFalse(Arrays.equals(five, views.seed(6).run(image, Progress.NONE).probability()));
	}

	@Test
	public void badImagesGetASentence() {
		assertTrue(assertThrows(McdUnetException.class,
			() -> Predictor.views(plain).run(RandomNetworks.image(3, 32), Progress.NONE))
			.getMessage().contains("3 x 32"));
		assertThrows(McdUnetException.class, () -> Predictor.views(plain).samples(0));
	}
}
