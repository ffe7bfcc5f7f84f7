package io.github.mcdunet.command;

import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.imagej.Datasets;
import io.github.mcdunet.io.Table;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of images: one.tif (calibrated), two.tif of two frames, sub/one.tif of another size;
 * masks/... with their truths; and files that cannot be predicted: text.tif, cut.tif, gray.tif of
 * one channel, nan.tif.
 */
public final class FolderFixture {

	static final List<String> GOOD = List.of("one", "sub/one", "two");
	static final List<String> BAD = List.of("cut", "gray", "nan", "text");

	public final Path images;
	public final Path masks;
	public final Path results;

	public FolderFixture(final Path root) throws IOException {
		images = Files.createDirectories(root.resolve("my images"));
		masks = Files.createDirectories(root.resolve("masks"));
		results = root.resolve("out");
		Files.createDirectories(images.resolve("sub"));
		Files.createDirectories(masks.resolve("sub"));
	}

	public FolderFixture good() {
		save("one", 32, 1, 5);
		save("two", 32, 2, 6);
		save("sub/one", 48, 1, 7);
		return this;
	}

	FolderFixture bad() throws IOException {
		Files.write(images.resolve("text.tif"), "This is no image.".getBytes());
		final ImagePlus ramp = IJ.createHyperStack("r", 32, 32, 2, 1, 1, 32);
		ramp.getStack().getProcessor(1).setf(5, 1);
		write(ramp, images.resolve("cut.tif"));
		final byte[] bytes = Files.readAllBytes(images.resolve("cut.tif"));
		Files.write(images.resolve("cut.tif"), Arrays.copyOf(bytes, bytes.length / 2));
		ramp.getStack().getProcessor(2).setf(7, Float.NaN);
		write(ramp, images.resolve("nan.tif"));
		write(IJ.createImage("g", "8-bit ramp", 32, 32, 1), images.resolve("gray.tif"));
		write(IJ.createImage("g", "8-bit black", 32, 32, 1), masks.resolve("gray.tif"));
		return this;
	}

	private void save(final String key, final int size, final int frames, final int seed) {
		final Dataset worms = new SyntheticWorms(size).generate(frames, seed);
		final ImagePlus image = Datasets.images(worms, "worms");
		if (key.equals("one")) {
			image.getCalibration().pixelWidth = 0.5;
			image.getCalibration().pixelHeight = 0.25;
			image.getCalibration().setUnit("mm");
		}
		write(image, images.resolve(key + ".tif"));
		write(Datasets.masks(worms, "truth"), masks.resolve(key + ".tif"));
	}

	private static void write(final ImagePlus image, final Path file) {
		assertTrue(new FileSaver(image).saveAsTiff(file.toString()));
	}

	/** The parameters of a run with masks; others last, which win. */
	Object[] with(final File model, final Object... others) {
		final Object[] base = { "modelFile", model, "imageFolder", images.toFile(), "resultFolder",
			results.toFile(), "maskFolder", masks.toFile(), "samples", 2, "threshold", 0.4 };
		final Object[] all = Arrays.copyOf(base, base.length + others.length);
		System.arraycopy(others, 0, all, base.length, others.length);
		return all;
	}

	/** All files of the results, in the order of their names, with their times. */
	public Map<String, String> written() throws IOException {
		final Map<String, String> times = new LinkedHashMap<>();
		try (Stream<Path> files = Files.walk(results)) {
			for (final Path file : files.filter(Files::isRegularFile).sorted()
				.collect(Collectors.toList()))
				times.put(results.relativize(file).toString().replace('\\', '/'),
					Files.getLastModifiedTime(file).toString());
		}
		return times;
	}

	public Table table(final String name) {
		return Table.read(results.resolve(name));
	}

	ImagePlus result(final String name) {
		return IJ.openImage(results.resolve(name).toString());
	}
}
