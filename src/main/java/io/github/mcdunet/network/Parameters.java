package io.github.mcdunet.network;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.io.Sha256;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * All numbers of a U-Net, batch norm's moving statistics included, as Keras counts them: named
 * arrays in one fixed order, which is also the model file's. Not thread-safe while written to.
 * <p>
 * Order: encoder blocks 0..depth ("encoder2/conv1/..."), decoder blocks depth-1..0, "output". A
 * block has two times conv/weights [O, I, 3, 3], conv/bias [O], norm/gamma [O], norm/beta [O],
 * norm/mean [O], norm/variance [O]; the output has conv/weights [P, I, 1, 1] and conv/bias [P], P
 * being the planes of the {@link Outputs}.
 */
public final class Parameters {

	/** One named array, row-major. */
	public static final class Entry {

		private final String name;
		private final int[] shape;
		private final float[] values;

		Entry(final String name, final int... shape) {
			this.name = name;
			this.shape = shape;
			int n = 1;
			for (final int s : shape)
				n = Math.multiplyExact(n, s);
			this.values = new float[n];
		}

		public String name() {
			return name;
		}

		public int[] shape() {
			return shape.clone();
		}

		/** The values, row-major; not a copy. */
		public float[] values() {
			return values;
		}

		/** False for batch norm's moving mean and variance, which no gradient changes. */
		public boolean trainable() {
			return !name.endsWith("/mean") && !name.endsWith("/variance");
		}
	}

	static final String OUTPUT_WEIGHTS = "output/conv/weights";
	static final String OUTPUT_BIAS = "output/conv/bias";

	private final Architecture architecture;
	private final List<Entry> entries = new ArrayList<>();

	/** All zeros. */
	public Parameters(final Architecture architecture) {
		this.architecture = architecture;
		for (final UNet.Unit unit : UNet.units(architecture)) {
			final int filters = unit.filters();
			entries.add(new Entry(unit.array("conv", "weights"), filters, unit.inputs(), 3, 3));
			entries.add(new Entry(unit.array("conv", "bias"), filters));
			for (final String array : List.of("gamma", "beta", "mean", "variance"))
				entries.add(new Entry(unit.array("norm", array), filters));
		}
		entries.add(new Entry(OUTPUT_WEIGHTS, architecture.outputs().planes(),
			architecture.filters(0), 1, 1));
		entries.add(new Entry(OUTPUT_BIAS, architecture.outputs().planes()));
	}

	/**
	 * Keras's defaults: Glorot-uniform weights (limit sqrt(6 / (k^2 (I + O))); Glorot and Bengio
	 * 2010), biases, beta and mean 0, gamma and variance 1.
	 */
	public static Parameters initial(final Architecture architecture, final long seed) {
		final Parameters p = new Parameters(architecture);
		final Random random = new Random(seed);
		for (final Entry e : p.entries) {
			if (e.name.endsWith("/weights")) {
				final double limit = Math
					.sqrt(6.0 / (e.shape[2] * e.shape[3] * (e.shape[0] + e.shape[1])));
				for (int i = 0; i < e.values.length; i++)
					e.values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
			}
			else if (e.name.endsWith("/gamma") || e.name.endsWith("/variance"))
				Arrays.fill(e.values, 1);
		}
		return p;
	}

	public Architecture architecture() {
		return architecture;
	}

	public List<Entry> entries() {
		return Collections.unmodifiableList(entries);
	}

	/** All values in order, an array per entry; not copies. */
	public List<float[]> arrays() {
		final List<float[]> arrays = new ArrayList<>();
		for (final Entry e : entries)
			arrays.add(e.values);
		return arrays;
	}

	/**
	 * SHA-256 of all values, 64 lower-case hexadecimal digits: that of parameters.bin in a model
	 * file.
	 */
	public String sha256() {
		final MessageDigest digest = Sha256.start();
		try {
			for (final float[] values : arrays())
				FloatBytes.write(values,
					new DigestOutputStream(OutputStream.nullOutputStream(), digest));
		}
		catch (final IOException e) {
			throw new UncheckedIOException("Nothing is written", e);
		}
		return Sha256.end(digest);
	}

	/** @throws IllegalArgumentException if there is no such entry */
	public float[] get(final String name) {
		for (final Entry e : entries)
			if (e.name.equals(name)) return e.values;
		throw new IllegalArgumentException("No parameter " + name);
	}

	/**
	 * As {@link #count()}, found without making the arrays: a stranger's architecture may ask for
	 * terabytes.
	 */
	public static long count(final Architecture a) {
		final long units = UNet.units(a).stream().mapToLong(u -> u.weights() + 5L * u.filters())
			.sum();
		return units + a.outputs().planes() * (a.filters(0) + 1L);
	}

	/** Number of values in all, 494,009 for the reference with two channels. */
	public long count() {
		return entries.stream().mapToLong(e -> e.values.length).sum();
	}

	/**
	 * Number of values that training changes by gradient, 492,537 for the reference with two
	 * channels.
	 */
	public long trainableCount() {
		return entries.stream().filter(Entry::trainable).mapToLong(e -> e.values.length).sum();
	}

	/** Whether no value is infinite or NaN. */
	public boolean isFinite() {
		for (final Entry e : entries)
			for (final float v : e.values)
				if (!Float.isFinite(v)) return false;
		return true;
	}

	public Parameters copy() {
		final Parameters p = new Parameters(architecture);
		p.set(this);
		return p;
	}

	/** Copies all values from parameters of the same architecture. */
	public void set(final Parameters other) {
		for (int i = 0; i < entries.size(); i++)
			System.arraycopy(other.entries.get(i).values, 0, entries.get(i).values, 0,
				entries.get(i).values.length);
	}
}
