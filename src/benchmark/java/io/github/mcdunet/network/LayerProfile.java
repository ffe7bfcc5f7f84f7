package io.github.mcdunet.network;

import io.github.mcdunet.Benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Where the time of a training step and of a Monte Carlo sample goes: oneDNN's own account of every operation, its GFLOP/s, and what
 * share of the limit that is. The limit is what the same library reaches in a large matrix product on the same threads.
 */
public final class LayerProfile {

	private static final int SIZE = 400;
	private static final int BATCH = 4;
	private static final int RUNS = 12;
	private static final String MARK = "== ";
	private static final Pattern CONVOLUTION = Pattern
		.compile("mb(\\d+)_ic(\\d+)oc(\\d+)_ih(\\d+)oh(\\d+)kh(\\d+)\\S*_iw(\\d+)ow(\\d+)kw(\\d+)\\S*");

	/** The times of one kind of operation on one shape. */
	private static final class Row {

		private final String operation;
		private final double gigaflopPerCall;
		private int calls;
		private final Map<Integer, Double> msByRun = new LinkedHashMap<>();

		Row(final String operation, final double gigaflopPerCall) {
			this.operation = operation;
			this.gigaflopPerCall = gigaflopPerCall;
		}

		void add(final int run, final double ms) {
			calls++;
			msByRun.merge(run, ms, Double::sum);
		}

		/** GFLOP/s, 0 for what does not multiply. */
		double rate() {
			return gigaflopPerCall * calls / msByRun.size() / ms() * 1e3;
		}

		double ms() {
			return Benchmarks.median(msByRun.values().stream().mapToDouble(d -> d).toArray());
		}
	}

	private LayerProfile() {
	}

	public static void main(final String[] args) throws IOException, InterruptedException {
		if (args.length > 0) work();
		else report(Benchmarks.java(LayerProfile.class.getName(), Map.of("OMP_NUM_THREADS", "2",
			"OMP_WAIT_POLICY", "passive", "ONEDNN_VERBOSE", "profile_exec"), List.of("-Xmx2g", "--", "child")));
	}

	/** The child: oneDNN prints a line per operation, we a line per run. */
	private static void work() {
		final Architecture architecture = Architecture.reference(2).dropoutRate(0.5);
		final EngineBenchmark engine = new EngineBenchmark();
		try (TrainingGraph training = new TrainingGraph(architecture, BATCH, SIZE, SIZE); InferenceGraph inference =
			new InferenceGraph(architecture, SIZE, SIZE)) {
			engine.prepare(inference);
			for (int run = 0; run < RUNS; run++) {
				mark("training step, batch " + BATCH, run);
				final long start = System.nanoTime();
				engine.step(training, run);
				mark("time", (System.nanoTime() - start) / 1e6);
				mark("Monte Carlo sample", run);
				final long middle = System.nanoTime();
				inference.sample(1, run, 0, 0);
				mark("time", (System.nanoTime() - middle) / 1e6);
			}
		}
		mark("limit", limit());
	}

	private static void mark(final String what, final double value) {
		System.out.println(MARK + what + "=" + value);
		System.out.flush();
	}

	/** GFLOP/s of a 2048 x 2048 x 2048 matrix product in 32-bit floats. */
	private static double limit() {
		final int n = 2048;
		double best = Double.MAX_VALUE;
		try (FloatPointer a = new FloatPointer((long) n * n); FloatPointer b = new FloatPointer((long) n * n); FloatPointer c =
			new FloatPointer((long) n * n)) {
			for (long i = 0; i < a.limit(); i++) {
				a.put(i, 1e-3f * (i % 7));
				b.put(i, 1e-3f * (i % 5));
			}
			for (int i = 0; i < 10; i++) {
				final long start = System.nanoTime();
				dnnl.dnnl_sgemm((byte) 'N', (byte) 'N', n, n, n, 1f, a, n, b, n, 0f, c, n);
				best = Math.min(best, System.nanoTime() - start);
			}
		}
		return 2.0 * n * n * n / best;
	}

	private static void report(final List<String> lines) {
		final Map<String, Map<String, Row>> parts = new LinkedHashMap<>();
		final Map<String, List<Double>> times = new LinkedHashMap<>();
		String part = "";
		int run = 0;
		double limit = 0;
		for (final String line : lines)
			if (line.startsWith(MARK)) {
				final String what = line.substring(MARK.length(), line.lastIndexOf('='));
				final double value = Double.parseDouble(line.substring(line.lastIndexOf('=') + 1));
				if (what.equals("limit")) limit = value;
				else if (what.equals("time")) {
					times.computeIfAbsent(part, k -> new ArrayList<>()).add(value);
					part = "";
				}
				else {
					part = what;
					run = (int) value;
				}
			}
			// NB: the first runs warm up
			else if (!part.isEmpty() && run >= 2 && line.contains(",exec,"))
				add(parts.computeIfAbsent(part, k -> new LinkedHashMap<>()), line.split(","), run);
		for (final Map.Entry<String, Map<String, Row>> e : parts.entrySet())
			print(e.getKey(), new ArrayList<>(e.getValue().values()), limit, Benchmarks
				.median(times.get(e.getKey()).stream().mapToDouble(d -> d).toArray()));
	}

	private static void add(final Map<String, Row> rows, final String[] f, final int run) {
		final String shape = f[f.length - 2];
		final String key = f[5] + " " + f[7].replace("_training", "").replace("undef", "") + " | " + shape + " | "
			+ f[6];
		rows.computeIfAbsent(key, k -> new Row(k, gigaflop(f[5], shape))).add(run, Double.parseDouble(f[f.length -
			1]));
	}

	/** Multiplications and additions of one call. */
	private static double gigaflop(final String primitive, final String shape) {
		final Matcher m = CONVOLUTION.matcher(shape);
		if (!m.matches()) return 0;
		final double[] v = new double[10];
		for (int i = 1; i <= 9; i++)
			v[i] = Double.parseDouble(m.group(i));
		// a strided transposed convolution multiplies every input, not every output, pixel with its kernel
		final double pixels = primitive.equals("deconvolution") ? v[4] * v[7] : v[5] * v[8];
		return 2e-9 * v[1] * v[2] * v[3] * v[6] * v[9] * pixels;
	}

	private static void print(final String part, final List<Row> rows, final double limit, final double total) {
		rows.sort(Comparator.comparingDouble(r -> -r.ms()));
		final double inside = rows.stream().mapToDouble(Row::ms).sum();
		System.out.printf(Locale.ROOT,
			"One %s: %.1f ms, of which %.1f in oneDNN; the limit is %.0f GFLOP/s.%n%n" +
				"| operation | shape | kernel | ms | GFLOP/s | share of the limit |%n| --- | --- | --- | --- | --- | --- |%n",
			part, total, inside, limit);
		for (final Row r : rows.subList(0, Math.min(14, rows.size()))) {
			final double rate = r.rate();
			System.out.printf(Locale.ROOT, "| %s | %.2f | %s |%n", r.operation, r.ms(),
				rate > 0 ? String.format(Locale.ROOT, "%.0f | %.0f %%", rate, 100 * rate / limit) : "memory |");
		}
		System.out.println();
	}
}
