package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Gaps;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.UNetModel;

import java.util.Random;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.Test;

/** Images with a border of NaN, as turning or registering them makes it. */
public class NanBorderTest {

	private static final int SIDE = 64, BORDER = 6;

	private final UNetModel model = RandomNetworks.model(0.5, 1, 2,
		Normalization.percentiles(1, 99));

	private static boolean isBorder(final int p) {
		return p % SIDE < BORDER;
	}

	/** @param border of this value, or noise if it is 0 */
	private static ArrayImg<FloatType, FloatArray> image(final float border) {
		final float[] pixels = new float[2 * SIDE * SIDE];
		final Random random = new Random(5);
		for (int p = 0; p < pixels.length; p++) {
			pixels[p] = 10 + random.nextFloat() * 5 + (p / SIDE % 16 < 8 ? 4 : 0);
			if (isBorder(p) && border != 0 && p < SIDE * SIDE) pixels[p] = border;
		}
		return ArrayImgs.floats(pixels, SIDE, SIDE, 2);
	}

	@Test
	public void theBorderIsBackgroundOnRequest() {
		final Predictor predictor = new Predictor(model).samples(3).sampleMasks(0.5);
		assertThrows(McdUnetException.class, () -> predictor.run(image(Float.NaN), Progress.NONE));
		final UncertaintyMaps maps = predictor.gapsAreBackground(true).run(image(Float.NaN),
			Progress.NONE);
		assertFalse(maps.omission().isPresent());
		for (int p = 0; p < SIDE * SIDE; p++) {
			assertTrue(Float.isFinite(maps.probability()[p]));
			assertEquals(isBorder(p), maps.probability()[p] == 0);
			if (isBorder(p)) assertEquals(0, maps.entropy()[p], 0);
		}
		for (int t = 0; t < 3; t++)
			for (int y = 0; y < SIDE; y++)
				for (int x = 0; x < BORDER; x++)
					assertFalse(maps.sampleMasks().get().get(t, x, y));
		final SegmentedImage found = new ObjectAnalysis().confidence(true).model(model).run(maps,
			image(Float.NaN));
		for (int p = 0; p < SIDE * SIDE; p++)
			assertTrue(!isBorder(p) || !found.labels().isForeground(p));
	}

	/** What the border was before does not matter, as it counts nowhere. */
	@Test
	public void theInsideIsPredictedAsWithTheMedianThere() {
		final Predictor predictor = new Predictor(model).samples(3).gapsAreBackground(true);
		final float[] maps = predictor.run(image(Float.NaN), Progress.NONE).probability();
		final Gaps gaps = Gaps.of(image(Float.NaN)).get();
		assertEquals(BORDER * SIDE, gaps.count());
		int same = 0;
		final float[] filled = new Predictor(model).samples(3)
			.run(gaps.filled(image(Float.NaN)), Progress.NONE).probability();
		// NB: the range is a little different, as the median counts there
		for (int p = 0; p < SIDE * SIDE; p++)
			if (!isBorder(p) && Math.abs(maps[p] - filled[p]) < 0.02) same++;
		assertTrue(same + "", same > 0.95 * SIDE * (SIDE - BORDER));
	}

	/** An image without NaN has the very same maps, whatever is asked for. */
	@Test
	public void otherImagesStayAsTheyAre() {
		final Predictor predictor = new Predictor(model).samples(3);
		assertArrayEquals(predictor.run(image(0), Progress.NONE).probability(),
			predictor.gapsAreBackground(true).run(image(0), Progress.NONE).probability(), 0);
	}
}
