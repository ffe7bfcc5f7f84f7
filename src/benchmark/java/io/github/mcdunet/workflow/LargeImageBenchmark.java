package io.github.mcdunet.workflow;

import io.github.mcdunet.Benchmarks;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Time and memory of the prediction of large two-channel 16-bit images, T = 5, probability and uncertainty. Java gets a heap that just
 * holds the largest input and output: with a larger one it would put off its cleaning, and the peak would say nothing.
 */
public final class LargeImageBenchmark {

	private LargeImageBenchmark() {
	}

	/** Without arguments: the table. With "side": one row. */
	public static void main(final String[] args) throws IOException, InterruptedException {
		if (args.length > 0) {
			row(Integer.parseInt(args[0]));
			return;
		}
		System.out.println("| pixels | seconds | microseconds a pixel | input and output, MB | peak beyond them, MB |\n" +
			"| --- | --- | --- | --- | --- |");
		for (final String side : new String[]{ "2500", "5000", "10000" })
			Benchmarks.java(LargeImageBenchmark.class.getName(), Map.of(), List.of("-XX:+UseSerialGC", "-Xmn128m",
				"-Xmx1500m", "--", side)).forEach(
				System.out::println);
	}

	private static void row(final int side) throws IOException {
		final Architecture a = Architecture.reference(2).dropoutRate(0.5);
		final UNetModel model = new UNetModel(Parameters.initial(a, 1), Normalization.maximum(), List.of("a", "b"),
			PixelSize.UNCALIBRATED, Map.of(), List.of());
		final short[] pixels = new short[2 * side * side];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (i * 0x9E3779B97F4A7C15L >>> 52);
		final RandomAccessibleInterval<FloatType> image = Converters.convertRAI(
			ArrayImgs.unsignedShorts(pixels, side, side, 2), (in, out) -> out.set(in.get()), new FloatType());
		final long start = System.nanoTime();
		final UncertaintyMaps maps = new Predictor(model).samples(5).maps(EnumSet.of(MapKind.ENTROPY)).run(image,
			Progress.NONE);
		final double seconds = (System.nanoTime() - start) / 1e9;
		final double megabytes = (4.0 * side * side + 8.0 * maps.probability().length) / (1 << 20);
		System.out.printf(Locale.ROOT, "| %d x %d x 2 | %.1f | %.3f | %.0f | %.0f |%n", side, side, seconds, 1e6 * seconds /
			side / side, megabytes, Benchmarks.memory("VmHWM") - megabytes);
	}
}
