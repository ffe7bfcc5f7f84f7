package io.github.mcdunet.imagej.file;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.tiff.TiffFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who reads a TIFF: ImageJ, where it reads the numbers that are meant; or we; or Bio-Formats, if
 * this is Fiji; or nobody.
 */
final class SpecialTiff {

	private static final String BIO_FORMATS = "loci.plugins.BF", FIJI = "HandleExtraFileTypes";

	private SpecialTiff() {
	}

	/**
	 * A TIFF that is read by us.
	 *
	 * @param shown whether those numbers are meant that palettes and "white is zero" show
	 * @return empty if ImageJ is to read the file, or {@link #isForeign} says who
	 * @throws McdUnetException if nobody can, saying what the file is and what to do
	 */
	static Optional<TiffFile> of(final Path file, final boolean shown) {
		if (isOfFiji(file)) return Optional.empty();
		final Optional<TiffFile> any = TiffFile.read(file);
		any.filter(TiffFile::isCmyk).ifPresent(t -> checkLength(file, t));
		final Optional<TiffFile> tiff = any.filter(t -> !t.isPlain(shown));
		if (tiff.isEmpty()) return tiff;
		tiff.get().ambiguity().ifPresent(reason -> {
			throw new McdUnetException("'" + file.getFileName() + "' " + reason
				+ ". Open it (File > Import > Bio-Formats in Fiji), and save what is meant as a "
				+ "file of its own (File > Save As > Tiff...).");
		});
		final Optional<String> problem = tiff.get().problem();
		if (problem.isEmpty()) {
			checkLength(file, tiff.get());
			return tiff;
		}
		if (isForeign(file)) return Optional.empty();
		throw unreadable(file, problem.get());
	}

	private static McdUnetException unreadable(final Path file, final String problem) {
		return new McdUnetException("'" + file.getFileName() + "' " + problem
			+ ", which cannot be read here. Open it with File > Import > Bio-Formats in Fiji, and "
			+ "save it as an ordinary TIFF (File > Save As > Tiff...).");
	}

	private static void checkLength(final Path file, final TiffFile tiff) {
		try {
			if (tiff.isCutOff(Files.size(file)))
				throw new McdUnetException("'" + file.getFileName()
					+ "' is cut off or damaged: its pixels would lie beyond its end. Copy it again "
					+ "from where it was made.");
		}
		catch (final IOException e) {
			throw new McdUnetException("'" + file + "' cannot be read (" + e + ").", e);
		}
	}

	/** Whether Bio-Formats or another of Fiji's readers is to read the file. */
	static boolean isForeign(final Path file) {
		if (isOfFiji(file)) return true;
		final Optional<TiffFile> tiff = TiffFile.read(file)
			.filter(t -> !t.isPlain(true) && t.problem().isPresent());
		return tiff.isPresent() && (tiff.get().isForJava() || hasClass(BIO_FORMATS));
	}

	static ImagePlus openForeign(final Path file) {
		final String path = file.toAbsolutePath().toString();
		if (isOfFiji(file)) return new Opener().openImage(path);
		final TiffFile tiff = TiffFile.read(file).orElseThrow();
		final ImagePlus image = (tiff.isForJava() ? JavaImages.tiff(file, tiff.pages())
			: Optional.<ImagePlus>empty()).orElseGet(() -> Opener.openUsingBioFormats(path));
		if (image == null) throw unreadable(file, tiff.problem().get());
		return image;
	}

	/** NB: such as Zeiss' .lsm files, which are TIFFs with previews between the pages. */
	private static boolean isOfFiji(final Path file) {
		return isFiji() && file.getFileName().toString().toLowerCase(java.util.Locale.ROOT)
			.matches(".*\\.(lsm|svs|ndpi|scn|flex|stk)");
	}

	/** Whether File > Open reads more than ImageJ alone does. */
	static boolean isFiji() {
		return hasClass(FIJI);
	}

	private static boolean hasClass(final String name) {
		try {
			Class.forName(name, false, IJ.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException | LinkageError e) {
			return false;
		}
	}
}
