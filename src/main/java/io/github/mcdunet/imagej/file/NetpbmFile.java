package io.github.mcdunet.imagej.file;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.github.mcdunet.McdUnetException;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PBM, PGM or PPM file (https://netpbm.sourceforge.net/doc): ImageJ fills what is missing of it
 * with zeros, and shifts the rows of bits.
 *
 * @param kind 1 to 6, the digit of its first two letters
 * @param max largest value; 1 for bits
 * @param start place of the first pixel in a file of bytes
 */
record NetpbmFile(Path file, int kind, int width, int height, int max, long start) {

	private static final int FULL = 255, MOST = 65535;

	/**
	 * @return empty if this is another kind of file
	 * @throws McdUnetException if the file holds fewer pixels than its header promises
	 */
	static Optional<NetpbmFile> of(final Path file) {
		try (Letters in = new Letters(file)) {
			if (in.read() != 'P') return Optional.empty();
			final int kind = in.read() - '0';
			if (kind < 1 || kind > 6 || !Character.isWhitespace(in.peek())) return Optional.empty();
			final int width = in.number(), height = in.number();
			final int max = kind == 1 || kind == 4 ? 1 : in.number();
			in.read(); // one white space
			if (width < 1 || height < 1 || max < 1 || max > MOST) return Optional.empty();
			final NetpbmFile header = new NetpbmFile(file, kind, width, height, max, in.place);
			header.check(Files.size(file));
			return Optional.of(header);
		}
		catch (final IOException e) {
			return Optional.empty();
		}
	}

	private void check(final long length) {
		final double pixels = (double) width * height;
		final double needed = start + switch (kind) {
			case 1 -> pixels;
			case 2 -> 2 * pixels - 1;
			case 3 -> 6 * pixels - 1;
			case 4 -> (width + 7) / 8 * (double) height;
			default -> pixels * channels() * bytes();
		};
		if (length < needed) throw cutOff(length + " of at least " + (long) needed + " bytes");
	}

	private McdUnetException cutOff(final String what) {
		return new McdUnetException("'" + file.getFileName() + "' is cut off: it has " + what
			+ ". Copy it again from where it was made.");
	}

	private int channels() {
		return kind == 3 || kind == 6 ? 3 : 1;
	}

	private int bytes() {
		return max > FULL ? 2 : 1;
	}

	ImageHeader header() {
		final boolean deep = channels() == 3 && bytes() == 2;
		return new ImageHeader(width, height, deep ? 3 : 1, deep ? 3 : 1,
			channels() == 3 && !deep ? 4 : bytes());
	}

	/** Values as they are stored; of bits, 0 for black and 255 for white. */
	ImagePlus open() {
		final ImageProcessor[] planes = new ImageProcessor[channels()];
		for (int c = 0; c < planes.length; c++)
			planes[c] = bytes() == 2 ? new ShortProcessor(width, height)
				: new ByteProcessor(width, height);
		try (Letters in = new Letters(file)) {
			if (kind > 3) in.skipNBytes(start);
			else
				in.skipHeader(kind == 1 ? 2 : 3);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					for (final ImageProcessor plane : planes)
						plane.set(x, y, value(in, x));
		}
		catch (final IOException e) {
			throw cutOff("fewer pixels than its header says");
		}
		return joined(planes);
	}

	private int value(final Letters in, final int x) throws IOException {
		return switch (kind) {
			case 1 -> in.bit() == 0 ? FULL : 0;
			case 4 -> in.bit(x) == 0 ? FULL : 0;
			case 2, 3 -> in.number();
			default -> bytes() == 1 ? in.whole() : in.whole() << 8 | in.whole();
		};
	}

	private ImagePlus joined(final ImageProcessor[] planes) {
		final String title = file.getFileName().toString();
		if (planes.length == 1) return new ImagePlus(title, planes[0]);
		if (bytes() == 1) {
			final ColorProcessor color = new ColorProcessor(width, height);
			color.setRGB((byte[]) planes[0].getPixels(), (byte[]) planes[1].getPixels(),
				(byte[]) planes[2].getPixels());
			return new ImagePlus(title, color);
		}
		final ImageStack stack = new ImageStack(width, height);
		for (final ImageProcessor plane : planes)
			stack.addSlice(plane);
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(planes.length, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	/** Reads numbers between white space and comments, and counts the bytes. */
	private static final class Letters extends InputStream {

		private final InputStream in;
		private long place;
		private int bits;

		Letters(final Path file) throws IOException {
			in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		}

		@Override
		public int read() throws IOException {
			place++;
			return in.read();
		}

		/** @throws EOFException at the end */
		int whole() throws IOException {
			final int value = read();
			if (value < 0) throw new EOFException();
			return value;
		}

		/** @return -1 at the end */
		int peek() throws IOException {
			in.mark(1);
			final int letter = in.read();
			in.reset();
			return letter;
		}

		private void skipSpace() throws IOException {
			for (int c = peek(); Character.isWhitespace(c) || c == '#'; c = peek())
				if (read() == '#') for (int k = 0; k >= 0 && k != '\n' && k != '\r';)
					k = read();
		}

		int number() throws IOException {
			skipSpace();
			long number = 0;
			int digits = 0;
			for (int c = peek(); c >= '0' && c <= '9'; c = peek()) {
				number = Math.min(Integer.MAX_VALUE, number * 10 + read() - '0');
				digits++;
			}
			if (digits == 0) throw new EOFException();
			return (int) number;
		}

		void skipHeader(final int numbers) throws IOException {
			read();
			read();
			for (int i = 0; i < numbers; i++)
				number();
		}

		/** A bit as a letter, without space between. */
		int bit() throws IOException {
			skipSpace();
			return whole() - '0';
		}

		/** The next bit of a row. */
		int bit(final int x) throws IOException {
			if (x % 8 == 0) bits = whole();
			return bits >> 7 - x % 8 & 1;
		}

		@Override
		public void close() throws IOException {
			in.close();
		}
	}
}
