package io.github.mcdunet.network.portable;

/** A correlation over whole tensors of equal size, with bias and fusion. */
final class SameCorrelation {

	private final PlaneTensor src;
	private final PlaneTensor dst;
	private final Correlation correlation;
	private final Finish finish;
	private final Bands bands;
	private final float[] bias;

	SameCorrelation(final PlaneTensor src, final PlaneTensor dst, final Window window,
		final Finish finish) {
		this.src = src;
		this.dst = dst;
		this.finish = finish;
		correlation = new Correlation(window, dst.c(), src.c());
		bands = new Bands(dst.n(), dst.h(), dst.stride(), dst.c());
		bias = new float[dst.c()];
	}

	void set(final PackedWeights.Source weights) {
		correlation.set(weights);
	}

	void setBias(final float[] b) {
		System.arraycopy(b, 0, bias, 0, bias.length);
	}

	void run() {
		Tasks.run(bands.tasks(), this::band);
	}

	private void band(final int task) {
		final int image = bands.image(task), row = bands.firstRow(task), rows = bands.rows(task),
			first = bands.firstChannel(task);
		final int channels = Math.min(bands.block(), dst.c() - first), start = dst.row(row),
			n = rows * dst.stride();
		final Correlation.Scratch scratch = new Correlation.Scratch(n, channels);
		final float[][] y = scratch.results();
		for (int o = 0; o < channels; o++)
			finish.begin(y[o], image, first + o, start, n, bias[first + o]);
		correlation.add(src, image, start, n, scratch, y, first, channels);
		for (int o = 0; o < channels; o++)
			finish.end(y[o], image, first + o, row, rows);
	}
}
