package io.github.mcdunet.imagej.file;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.process.ImageProcessor;

import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.tiff.TiffFile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens image files without any dialog, and refuses those of which ImageJ could read a part only.
 */
public final class ImageFiles {

	private ImageFiles() {
	}

	/**
	 * Opens an image: the intensities that are meant, such as those that a palette shows, without
	 * transparency.
	 *
	 * @throws McdUnetException if the file is no image, or damaged
	 */
	public static ImagePlus open(final Path file) {
		final Optional<ImagePlus> special = special(file, true);
		if (special.isPresent()) return special.get();
		final ImagePlus image = opened(file);
		final String title = file.getFileName().toString();
		if (title.toLowerCase(Locale.ROOT).endsWith(".png"))
			return JavaImages.png(file).map(png -> ShownPixels.of(title, png)).orElse(image);
		return title.toLowerCase(Locale.ROOT).matches(".*\\.(gif|bmp)")
			? ShownPixels.ofPalette(image).orElse(image) : image;
	}

	/**
	 * Opens masks: the numbers, and the look-up table in which they are shown.
	 *
	 * @throws McdUnetException as {@link #open} does
	 */
	static ImagePlus openMasks(final Path file) {
		return special(file, false).orElseGet(() -> opened(file));
	}

	/**
	 * What is meant by an open image, where ImageJ has opened its file as other numbers than
	 * {@link #open} does: signed 8-bit numbers, or what a palette shows.
	 *
	 * @return empty if the numbers of the open image are those of its file, or were changed since,
	 * or if the file is gone
	 */
	public static Optional<ImagePlus> meant(final ImagePlus open) {
		return meant(open, true);
	}

	/** As {@link #meant(ImagePlus)}, of masks: signed 8-bit numbers, but not what palettes show. */
	public static Optional<ImagePlus> meantMasks(final ImagePlus open) {
		return meant(open, false);
	}

	private static Optional<ImagePlus> meant(final ImagePlus open, final boolean shown) {
		final FileInfo info = open.getOriginalFileInfo();
		if (info == null || info.directory == null || info.fileName == null
			|| info.directory.contains("://")) return Optional.empty();
		try {
			final Path file = Path.of(info.directory, info.fileName);
			if (!Files.isRegularFile(file) || !isReadOtherwise(file, open, shown))
				return Optional.empty();
			final ImagePlus again = quietly(file,
				() -> new Opener().openImage(file.toAbsolutePath().toString()));
			return isSame(again,
				open)
					? Optional.of(shown ? open(file) : openMasks(file))
						.filter(image -> image.getNSlices()
							* image.getNFrames() == open.getNSlices() * open.getNFrames())
					: Optional.empty();
		}
		catch (final McdUnetException | InvalidPathException e) {
			// NB: what is open is there to be used, whatever its file is by now
			return Optional.empty();
		}
	}

	/** Quick: of most files the first bytes tell. */
	private static boolean isReadOtherwise(final Path file, final ImagePlus open,
		final boolean shown) {
		if (!shown) return SpecialTiff.of(file, false).isPresent();
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".png"))
			return open.getBitDepth() != 16 && JavaImages.png(file).isPresent();
		return name.matches(".*\\.(gif|bmp)") && open.getType() == ImagePlus.COLOR_256
			|| SpecialTiff.of(file, true).isPresent() || NetpbmFile.of(file).isPresent();
	}

	private static boolean isSame(final ImagePlus a, final ImagePlus b) {
		if (!Arrays.equals(a.getDimensions(), b.getDimensions())
			|| a.getBitDepth() != b.getBitDepth() || !Arrays.equals(table(a), table(b)))
			return false;
		for (int i = 1; i <= a.getStackSize(); i++) {
			final ImageProcessor p = a.getStack().getProcessor(i), q = b.getStack().getProcessor(i);
			for (int k = 0; k < p.getPixelCount(); k++)
				if (p.get(k) != q.get(k)) return false;
		}
		return true;
	}

	private static byte[] table(final ImagePlus image) {
		return image.getBitDepth() == 8 ? image.getProcessor().getLut().getBytes() : new byte[0];
	}

	/** What ImageJ cannot read, or reads as other numbers; empty if it can. */
	private static Optional<ImagePlus> special(final Path file, final boolean shown) {
		final Optional<TiffFile> tiff = SpecialTiff.of(file, shown);
		if (tiff.isPresent()) {
			checkMemory(file, ImageHeader.of(tiff.get()));
			return Optional
				.of(quietly(file, () -> shown ? tiff.get().openImage() : tiff.get().openMask()));
		}
		final Optional<NetpbmFile> netpbm = NetpbmFile.of(file);
		if (netpbm.isPresent()) {
			checkMemory(file, netpbm.get().header());
			return Optional.of(quietly(file, netpbm.get()::open));
		}
		if (!SpecialTiff.isForeign(file)) return Optional.empty();
		return Optional.of(quietly(file, () -> SpecialTiff.openForeign(file)));
	}

	private static void checkMemory(final Path file, final ImageHeader header) {
		final long most = MemoryBudget.limit();
		if (header.bytes() > most)
			throw new McdUnetException("'" + file.getFileName() + "' needs "
				+ NumberText.bytes(header.bytes()) + " of memory, but Fiji has "
				+ NumberText.bytes(most) + ". " + MemoryBudget.remedy("cut the image into parts"));
	}

	private static ImagePlus opened(final Path file) {
		if (FileEnd.isMissing(file))
			throw new McdUnetException("'" + file.getFileName()
				+ "' is cut off: its end is missing. Copy it again from where it was made.");
		final Optional<FileInfo[]> directories = ImageHeader.tiff(file);
		directories.ifPresent(pages -> checkPages(file, pages));
		final Optional<ImageHeader> header = ImageHeader.read(file, directories);
		header.ifPresent(h -> checkMemory(file, h));
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final ImagePlus image = quietly(file, () -> open(file, opener, directories));
		final int planes = header.map(ImageHeader::planes).orElse(1);
		// NB: ImageJ reads the pages whose directories it finds
		if (directories.isPresent() && TiffFile.read(file).isEmpty())
			throw new McdUnetException("'" + file.getFileName()
				+ "' is cut off or damaged. Copy it again from where it was made.");
		if (image.getStackSize() < planes)
			throw new McdUnetException("Only " + image.getStackSize() + " of the " + planes
				+ " planes of '" + file.getFileName()
				+ "' could be read. The file is damaged, or larger than the memory.");
		return image;
	}

	/** Reads without any window, and takes whatever goes wrong for a file that cannot be read. */
	private static ImagePlus quietly(final Path file, final Supplier<ImagePlus> reader) {
		final ImagePlus image;
		// NB: else ImageJ opens a window that stops everything
		final boolean redirected = IJ.redirectingErrorMessages();
		try {
			IJ.redirectErrorMessages(true);
			image = reader.get();
		}
		catch (final McdUnetException e) {
			throw e;
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			// NB: ImageJ's readers stumble over damaged files in many ways, and believe sizes.
			throw unreadable(file, e);
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
		if (image == null || image.getWidth() < 1 || image.getProcessor() == null)
			throw unreadable(file, null);
		return image;
	}

	/** Of pages that differ, ImageJ opens the first without a word. */
	private static void checkPages(final Path file, final FileInfo[] pages) {
		for (final FileInfo page : pages) {
			final FileInfo first = pages[0];
			if (page.width != first.width || page.height != first.height)
				throw new McdUnetException("'" + file.getFileName() + "' holds pages of different "
					+ "sizes (" + first.width + " x " + first.height + " and " + page.width + " x "
					+ page.height + "): it is a pyramid, or has a preview. Open it (Plugins > "
					+ "Bio-Formats in Fiji), and save the page that is meant as a file of its own.");
			if (page.fileType != first.fileType)
				throw new McdUnetException("'" + file.getFileName() + "' holds pages of different "
					+ "kinds (" + bits(first) + " and " + bits(page) + "). Save the pages that are "
					+ "meant as files of their own.");
		}
	}

	private static String bits(final FileInfo page) {
		return 8 * page.getBytesPerPixel() + "-bit";
	}

	/** NB: ImageJ's opener would read all directories again, of which there may be thousands. */
	private static ImagePlus open(final Path file, final Opener opener,
		final Optional<FileInfo[]> directories) {
		final ImagePlus stack = directories.filter(info -> info.length > 1)
			.map(opener::openTiffStack).orElse(null);
		if (stack != null) return stack;
		final String path = file.toAbsolutePath().toString();
		return isImage(opener.getFileType(path), directories.isPresent()) ? opener.openImage(path)
			: null;
	}

	/**
	 * Whether ImageJ's opener knows such a file as an image. NB: what it does not know ends the
	 * macro that is running, whatever becomes of its message; Fiji's readers are asked first.
	 */
	private static boolean isImage(final int type, final boolean directories) {
		return switch (type) {
			case Opener.TIFF -> directories;
			case Opener.UNKNOWN -> SpecialTiff.isFiji();
			case Opener.TEXT, Opener.JAVA_OR_TEXT, Opener.TABLE, Opener.LUT, Opener.ROI -> false;
			default -> true;
		};
	}

	private static McdUnetException unreadable(final Path file, final Throwable cause) {
		return new McdUnetException("'" + file.getFileName()
			+ "' cannot be read as an image: it is "
			+ "something else, damaged, or too large for the memory. Check that it opens with File > Open.",
			cause);
	}
}
