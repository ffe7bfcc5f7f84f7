package io.github.mcdunet.dataset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.Test;

public class GapsTest {

	private static final float NAN = Float.NaN;

	private static List<Float> values(final RandomAccessibleInterval<FloatType> image) {
		final List<Float> values = new ArrayList<>();
		Views.flatIterable(image).forEach(v -> values.add(v.get()));
		return values;
	}

	/** 3 x 2 pixels in two channels; pixel 1 lacks its first, pixel 5 its second number. */
	private static RandomAccessibleInterval<FloatType> image() {
		return ArrayImgs.floats(new float[]{ 1, NAN, 3, 4, 9, 5, /**/ 10, 20, 30, 40, 50, NAN }, 3,
			2, 2);
	}

	/** The medians of 1, 3, 4, 9 and of 10, 30, 40, 50, the upper of the two in the middle. */
	@Test
	public void aGapHasTheMedianOfTheOthers() {
		final Gaps gaps = Gaps.of(image()).get();
		assertEquals(2, gaps.count());
		assertEquals(List.of(1f, 4f, 3f, 4f, 9f, 4f, 10f, 40f, 30f, 40f, 50f, 40f),
			values(gaps.filled(image())));
		assertEquals("2 of its pixels (33 %) are not numbers", gaps.toString());
	}

	@Test
	public void gapsDoNotCountInTheRange() {
		final IntensityScale scale = Gaps.of(image()).get().scale(Normalization.percentiles(0, 100),
			image());
		assertEquals(0, scale.apply(0, 1), 1e-7);
		assertEquals(1, scale.apply(0, 9), 1e-7);
		assertEquals(0, scale.apply(1, 10), 1e-7);
		assertEquals(1, scale.apply(1, 50), 1e-7);
		assertEquals(1, Gaps.of(image()).get().scale(Normalization.maximum(), image()).apply(0, 9),
			1e-7);
	}

	@Test
	public void withoutGapsOrWithoutNumbersThereIsNothingToFill() {
		assertFalse(Gaps.of(ArrayImgs.floats(new float[]{ 1, 2 }, 2, 1, 1)).isPresent());
		assertFalse(Gaps.of(ArrayImgs.floats(new float[]{ NAN, NAN }, 2, 1, 1)).isPresent());
	}
}
