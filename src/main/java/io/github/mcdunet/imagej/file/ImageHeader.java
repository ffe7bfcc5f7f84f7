package io.github.mcdunet.imagej.file;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffDecoder;

import io.github.mcdunet.McdUnetException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** How large an image is, as far as its file tells without its pixels being read. */
public final class ImageHeader {

	private static final Pattern CHANNELS = Pattern.compile("(?m)^channels=(\\d{1,9})$");

	private final int width;
	private final int height;
	private final int channels;
	private final int planes;
	private final int bytesPerPixel;

	private ImageHeader(final int width, final int height, final int channels, final int planes,
		final int bytesPerPixel) {
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.planes = planes;
		this.bytesPerPixel = bytesPerPixel;
	}

	/** Of an open image. */
	public static ImageHeader of(final ImagePlus image) {
		final int bytes = Math.max(1, image.getBytesPerPixel());
		return new ImageHeader(image.getWidth(), image.getHeight(), image.getNChannels(),
			image.getStackSize(), bytes);
	}

	/**
	 * Of a TIFF file, or a file that Java can read (PNG, JPEG, BMP, GIF).
	 *
	 * @return empty if this is another kind of file, or a damaged one
	 * @throws McdUnetException if the TIFF file is shorter than its header says, or its directories
	 * are absurd
	 */
	public static Optional<ImageHeader> read(final Path file) {
		final Optional<ImageHeader> tiff = tiff(file);
		return tiff.isPresent() ? tiff : other(file);
	}

	private static Optional<ImageHeader> tiff(final Path file) {
		final FileInfo[] info;
		final long length;
		try {
			if (!TiffDirectory.isTiff(file)) return Optional.empty();
			if (TiffDirectory.isAbsurd(file)) throw absurd(file, "header");
			info = new TiffDecoder(file.toAbsolutePath().getParent() + File.separator,
				file.getFileName().toString()).getTiffInfo();
			length = Files.size(file);
		}
		catch (final McdUnetException e) {
			throw e;
		}
		catch (final OutOfMemoryError e) {
			throw absurd(file, "header");
		}
		catch (final IOException | RuntimeException e) {
			// NB: damaged headers break ImageJ's decoder in many ways; reading the file will tell.
			return Optional.empty();
		}
		if (info != null && RoiBytes.areAbsurd(info[0])) throw absurd(file, "overlay");
		if (info == null || info[0].width < 1 || info[0].height < 1) return Optional.empty();
		final ImageHeader header = of(info);
		final long needed = TiffLength.needed(info, header.stack(info));
		if (needed > length)
			throw new McdUnetException("'" + file.getFileName() + "' is cut off: it has " + length
				+ " of at least " + needed + " bytes. Copy it again from where it was made.");
		return Optional.of(header);
	}

	private static McdUnetException absurd(final Path file, final String what) {
		return new McdUnetException("'" + file.getFileName() + "' is damaged: its " + what
			+ " is impossible. Copy it again from where it was made.");
	}

	private static ImageHeader of(final FileInfo[] info) {
		final FileInfo first = info[0];
		int images = Math.max(1, first.nImages);
		if (info.length > 1 && uniform(info)) images = info.length;
		final int bytes = Math.max(1, first.getBytesPerPixel());
		if (first.fileType == FileInfo.RGB48 || first.fileType == FileInfo.RGB48_PLANAR)
			return new ImageHeader(first.width, first.height, 3, 3 * images, 2);
		final boolean colors = bytes == 3 || isColor(first.fileType);
		if (first.samplesPerPixel > 1 && !colors)
			return new ImageHeader(first.width, first.height, first.samplesPerPixel,
				first.samplesPerPixel * images, bytes);
		final int channels = described(first.description);
		return new ImageHeader(first.width, first.height, images % channels == 0 ? channels : 1,
			images, colors ? 4 : bytes);
	}

	private static boolean isColor(final int type) {
		return type == FileInfo.ARGB || type == FileInfo.ABGR || type == FileInfo.BARG
			|| type == FileInfo.CMYK;
	}

	/** Images of several sizes, such as pyramids, are no stack: ImageJ opens the first alone. */
	private static boolean uniform(final FileInfo[] info) {
		for (final FileInfo i : info)
			if (i.width != info[0].width || i.height != info[0].height
				|| i.fileType != info[0].fileType) return false;
		return true;
	}

	private boolean stack(final FileInfo[] info) {
		return info.length > 1 && planes >= info.length;
	}

	private static int described(final String description) {
		final Matcher m = CHANNELS.matcher(description == null ? "" : description);
		return m.find() ? Math.max(1, Integer.parseInt(m.group(1))) : 1;
	}

	private static Optional<ImageHeader> other(final Path file) {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			final Iterator<ImageReader> readers = in == null ? java.util.Collections.emptyIterator()
				: ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return Optional.empty();
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				final ImageHeader header = new ImageHeader(reader.getWidth(0), reader.getHeight(0),
					1, 1, 4);
				if (header.pixels() / 8 / TiffLength.MOST_COMPRESSION > Files.size(file))
					throw absurd(file, "header");
				return Optional.of(header);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final McdUnetException e) {
			throw e;
		}
		catch (final IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	/** As many channels, each in a file like this. */
	public ImageHeader withChannels(final int n) {
		return new ImageHeader(width, height, n, n * planes, 4);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Planes in the open image's stack: channels times samples; an RGB plane counts once. */
	public int planes() {
		return planes;
	}

	/** Number of samples: slices times frames. */
	public int samples() {
		return Math.max(1, planes / channels);
	}

	/** Pixels of all samples; channels do not count. */
	public long pixels() {
		return saturated((double) width * height * samples());
	}

	/** Bytes of the open image. */
	public long bytes() {
		return saturated((double) width * height * planes * bytesPerPixel);
	}

	/**
	 * NB: a damaged header may ask for more than a long holds; exact far beyond all real images.
	 */
	private static long saturated(final double product) {
		return (long) product;
	}
}
