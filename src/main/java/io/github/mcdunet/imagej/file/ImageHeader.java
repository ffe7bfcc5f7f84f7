package io.github.mcdunet.imagej.file;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffDecoder;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.tiff.TiffFile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * How large an image is, as far as its file tells without its pixels being read.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels at least 1
 * @param planes in the open image's stack: channels times images; an RGB plane counts once
 * @param bytesPerPixel of one plane
 */
public record ImageHeader(int width, int height, int channels, int planes, int bytesPerPixel) {

	/** How ImageJ's decoder begins to say what kind of TIFF it does not know. */
	private static final String CANNOT = "ImageJ cannot open";

	private static final Pattern CHANNELS = Pattern.compile("(?m)^channels=(\\d{1,9})$");

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
	 * @throws McdUnetException if the TIFF file is shorter than its header says, its directories
	 * are absurd, or nobody here can read such files
	 */
	public static Optional<ImageHeader> read(final Path file) {
		final Optional<TiffFile> special = SpecialTiff.of(file, true);
		final Optional<NetpbmFile> netpbm = NetpbmFile.of(file);
		return special.isPresent() ? special.map(ImageHeader::of)
			: netpbm.isPresent() ? netpbm.map(NetpbmFile::header)
				: SpecialTiff.isForeign(file) ? Optional.empty() : read(file, tiff(file));
	}

	/** Of a TIFF that ImageJ does not read. */
	static ImageHeader of(final TiffFile tiff) {
		return new ImageHeader(tiff.width(), tiff.height(), tiff.channels(), tiff.planes(),
			tiff.bytesPerPixel());
	}

	/** @param info what {@link #tiff} read of the file */
	static Optional<ImageHeader> read(final Path file, final Optional<FileInfo[]> info) {
		return info.isPresent() ? info.map(ImageHeader::of) : other(file);
	}

	/**
	 * The directories of a TIFF file as ImageJ reads them, once they are known to be sound.
	 *
	 * @return empty if this is another kind of file, or a damaged one
	 * @throws McdUnetException as {@link #read(Path)} does
	 */
	static Optional<FileInfo[]> tiff(final Path file) {
		final FileInfo[] info;
		final long length;
		try {
			final TiffStructure structure = TiffStructure.of(file);
			if (structure == TiffStructure.OTHER) return Optional.empty();
			if (structure == TiffStructure.ABSURD) throw absurd(file, "header");
			info = new TiffDecoder(file.toAbsolutePath().getParent() + File.separator,
				file.getFileName().toString()).getTiffInfo();
			length = Files.size(file);
		}
		catch (final OutOfMemoryError e) {
			throw absurd(file, "header");
		}
		catch (final McdUnetException e) {
			throw e;
		}
		catch (final IOException | RuntimeException e) {
			if (String.valueOf(e.getMessage()).startsWith(CANNOT))
				throw new McdUnetException(
					"'" + file.getFileName() + "' cannot be read: " + e.getMessage()
						+ ". Open it with Plugins > Bio-Formats in Fiji and save it as "
						+ "an ordinary TIFF.",
					e);
			// NB: damaged headers break ImageJ's decoder in many ways; reading the file will tell.
			return Optional.empty();
		}
		if (info != null && RoiBytes.areAbsurd(info[0])) throw absurd(file, "overlay");
		if (info == null || info[0].width < 1 || info[0].height < 1) return Optional.empty();
		final long needed = TiffLength.needed(info, of(info).stack(info));
		if (needed > length)
			throw new McdUnetException("'" + file.getFileName() + "' is cut off: it has " + length
				+ " of at least " + needed + " bytes. Copy it again from where it was made.");
		return Optional.of(info);
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
			final Iterator<ImageReader> readers = in == null ? Collections.emptyIterator()
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

	/** Number of images: slices times frames. */
	public int images() {
		return Math.max(1, planes / channels);
	}

	/** Pixels of all images; channels do not count. */
	public long pixels() {
		return saturated((double) width * height * images());
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
