package io.github.mcdunet.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models of a few hundred numbers, and what it means that two are equal. */
public final class SmallModels {

	private SmallModels() {
	}

	/**
	 * Value i of array k is (k + 1) * (i + 1) / 64, which a float holds exactly; every second one
	 * negative but in variances.
	 */
	public static UNetModel counted() {
		final Parameters p = new Parameters(Architecture.reference(2).baseFilters(2).depth(1)
			.dropoutRate(0.25).batchNormMomentum(0.9).batchNormEpsilon(1e-5));
		for (int k = 0; k < p.entries().size(); k++) {
			final float[] v = p.entries().get(k).values();
			for (int i = 0; i < v.length; i++)
				v[i] = (k + 1) * (i + 1) / 64f
					* (i % 2 == 1 && p.entries().get(k).trainable() ? -1 : 1);
		}
		return model(p, Normalization.percentiles(1, 99.8));
	}

	public static UNetModel model(final Parameters p, final Normalization normalization) {
		final Map<String, String> manifest = new LinkedHashMap<>();
		manifest.put("seed", "42");
		manifest.put("a \"quoted\" <key>", "B\u00fcsum \u03bcm \ud83d\udd2c\nline two");
		manifest.put("", "");
		return new UNetModel(p, normalization, Arrays.asList("brightfield", "GFP \u00b5"),
			new PixelSize(0.645, 1 / 3.0, "\u00b5m"), manifest,
			Arrays.asList("epoch,loss", "1,0.5", "2,0.25"));
	}

	/** Everything a file holds but the parameters, as text. */
	static List<String> contents(final UNetModel m) {
		final List<String> all = new ArrayList<>();
		all.add(m.architecture() + " " + m.architecture().batchNormMomentum() + " "
			+ m.architecture().batchNormEpsilon());
		all.add(m.normalization() + " " + m.normalization().method());
		all.add(m.channelNames() + " " + m.pixelSize());
		m.manifest().forEach((k, v) -> all.add(k + "=" + v));
		all.addAll(m.history());
		return all;
	}

	public static void assertSame(final UNetModel expected, final UNetModel actual) {
		assertEquals(expected.architecture(), actual.architecture());
		assertEquals(contents(expected), contents(actual));
		final List<Parameters.Entry> a = expected.parameters().entries(),
			b = actual.parameters().entries();
		assertEquals(a.size(), b.size());
		for (int k = 0; k < a.size(); k++) {
			assertEquals(a.get(k).name(), b.get(k).name());
			assertArrayEquals(a.get(k).name(), bits(a.get(k).values()), bits(b.get(k).values()));
		}
	}

	private static int[] bits(final float[] values) {
		final int[] bits = new int[values.length];
		for (int i = 0; i < bits.length; i++)
			bits[i] = Float.floatToRawIntBits(values[i]);
		return bits;
	}
}
