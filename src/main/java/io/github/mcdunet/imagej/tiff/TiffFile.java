package io.github.mcdunet.imagej.tiff;

import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The directories of a TIFF or BigTIFF file. Immutable. */
public final class TiffFile {

	private static final Pattern BY_IMAGEJ = Pattern.compile("^ImageJ=.*", Pattern.DOTALL),
		SEVERAL = Pattern.compile(".*^images=\\d+$.*", Pattern.DOTALL | Pattern.MULTILINE);
	private static final int MOST_PAGES = 1_000_000, CMYK = 5;

	private final Path file;
	private final boolean big;
	private final List<TiffPage> pages;
	private final Optional<OmeDimensions> ome;

	private TiffFile(final Path file, final boolean big, final List<TiffPage> pages) {
		this.file = file;
		this.big = big;
		this.pages = List.copyOf(pages);
		ome = OmeDimensions.of(first().description(), colors().size());
	}

	/**
	 * @return empty if this is no TIFF, or one whose directories are damaged
	 * @throws McdUnetException if it is a BigTIFF whose directories are damaged
	 */
	public static Optional<TiffFile> read(final Path file) {
		boolean big = false;
		final List<TiffPage> pages = new ArrayList<>();
		try (TiffSource source = TiffSource.open(file).orElse(null)) {
			if (source == null) return Optional.empty();
			big = source.isBig();
			final Set<Long> seen = new HashSet<>();
			for (long at = source.first(); at != 0
				&& pages.size() < MOST_PAGES; at = pages.get(pages.size() - 1).next())
				if (seen.add(at)) pages.add(new TiffPage(source, at));
				else
					throw new IOException("a directory comes twice");
			if (!pages.isEmpty() && pages.get(0).width() > 0 && pages.get(0).height() > 0)
				return Optional.of(new TiffFile(file, big, pages));
			if (big) throw damaged(file, null);
			return Optional.empty();
		}
		catch (final IOException | RuntimeException e) {
			if (big) throw damaged(file, e);
			return Optional.empty();
		}
	}

	private static McdUnetException damaged(final Path file, final Exception cause) {
		return new McdUnetException("'" + file.getFileName()
			+ "' is damaged or cut off. Copy it again from where it was made.", cause);
	}

	/** Whether it is compressed as JPEG or as fax, which Java itself can undo. */
	public boolean isForJava() {
		return ome.isEmpty() && !big && pages.stream().allMatch(
			p -> p.compression() >= 2 && p.compression() <= 7 && p.compression() != TiffPage.LZW);
	}

	/** Whether it holds printing colours, which ImageJ makes RGB. */
	public boolean isCmyk() {
		return first().photometric() == CMYK;
	}

	public int pages() {
		return pages.size();
	}

	TiffPage first() {
		return pages.get(0);
	}

	TiffPage page(final int i) {
		return pages.get(i);
	}

	Path file() {
		return file;
	}

	/** Numbers of the samples that are no transparency. */
	List<Integer> colors() {
		final Optional<Integer> alpha = first().alpha();
		return IntStream.range(0, first().samples())
			.filter(s -> alpha.isEmpty() || alpha.get() != s).boxed().toList();
	}

	boolean isRgb() {
		return first().photometric() == TiffPage.RGB && colors().size() == 3
			&& PagePixels.depth(first()) == 8;
	}

	Optional<OmeDimensions> ome() {
		return ome;
	}

	/**
	 * Whether a program other than ImageJ made a picture of a palette, or one in which larger
	 * numbers are darker: ImageJ uses both for the colours in which numbers are displayed.
	 */
	private boolean isShownOtherwise() {
		return first().photometric() == TiffPage.PALETTE
			|| first().photometric() == TiffPage.WHITE_IS_ZERO;
	}

	/** Whether ImageJ wrote it, or a program that does as ImageJ does. */
	private boolean isByImageJ() {
		return BY_IMAGEJ.matcher(first().description()).matches();
	}

	/**
	 * Whether ImageJ reads the very numbers that are meant.
	 *
	 * @param shown whether those are meant that palettes and "white is zero" show
	 */
	public boolean isPlain(final boolean shown) {
		if (big || pages.stream().anyMatch(page -> !isPlain(page))) return false;
		if (isByImageJ())
			return pages.size() > 1 || SEVERAL.matcher(first().description()).matches()
				|| isSimilar();
		return isSimilar() && !(shown && isShownOtherwise())
			&& (ome.isEmpty() || pages.size() == 1);
	}

	/** NB: ImageJ reads all pages as the first is stored. */
	private boolean isSimilar() {
		return pages.stream()
			.allMatch(p -> p.compression() == first().compression()
				&& p.predictor() == first().predictor() && p.chunkHeight() == first().chunkHeight()
				&& p.photometric() == first().photometric());
	}

	private static boolean isPlain(final TiffPage p) {
		if (p.isTiled() || !Decompression.knows(p.compression()) || p.hasReversedBits())
			return false;
		final long[] offsets = p.offsets();
		for (int i = 1; i < offsets.length; i++)
			if (offsets[i] < offsets[i - 1]) return false;
		final int bits = p.bits(), format = p.format();
		final boolean plain = p.compression() == TiffPage.UNCOMPRESSED;
		if (p.photometric() == CMYK)
			return p.samples() == 4 && bits == 8 && !p.isPlanar() && p.predictor() == 1;
		if (p.samples() == 3)
			return p.photometric() == TiffPage.RGB && bits == 8 && format == TiffPage.UNSIGNED
				&& !p.isPlanar() && p.isUniform() && p.predictor() <= TiffPage.DIFFERENCES;
		if (p.samples() != 1 || p.predictor() > TiffPage.DIFFERENCES) return false;
		if (p.predictor() > 1 && bits > 16) return false;
		return bits == 8 && format == TiffPage.UNSIGNED
			|| bits == 16 && format != TiffPage.FLOAT && p.photometric() == TiffPage.BLACK_IS_ZERO
			|| bits == 32 && format != TiffPage.UNSIGNED
				&& p.photometric() == TiffPage.BLACK_IS_ZERO
			|| bits == 1 && plain && p.photometric() != TiffPage.PALETTE;
	}

	/**
	 * Why nobody can tell which of its pages are meant, as the end of a sentence that begins with
	 * the file's name; empty if that is clear.
	 */
	public Optional<String> ambiguity() {
		final TiffPage f = first();
		for (final TiffPage p : pages) {
			if (p.width() != f.width() || p.height() != f.height())
				return Optional.of(
					"holds pages of different sizes (" + f.width() + " x " + f.height() + " and "
						+ p.width() + " x " + p.height() + "): it is a pyramid, or has a preview");
			if (!p.kind().equals(f.kind()) || !p.alpha().equals(f.alpha()))
				return Optional
					.of("holds pages of different kinds (" + f.kind() + " and " + p.kind() + ")");
		}
		if (ome.isEmpty()) return Optional.empty();
		if (ome.get().series() > 1)
			return Optional.of("holds " + ome.get().series() + " images (an OME-TIFF)");
		if (ome.get().pages(pages.size()).isEmpty())
			return Optional.of("is an OME-TIFF that tells of " + ome.get().planes()
				+ " planes, but holds " + pages.size()
				+ (ome.get().planes() > pages.size() ? ": it is one of several files" : ""));
		return ome.get().channels() > 1 && colors().size() > 1
			? Optional.of("is an OME-TIFF of several channels that have several colours each")
			: Optional.empty();
	}

	/**
	 * Why it cannot be read here, as the end of a sentence that begins with the file's name; empty
	 * if it can.
	 */
	public Optional<String> problem() {
		return pages.stream().map(TiffFile::problem).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> problem(final TiffPage p) {
		if (!Decompression.knows(p.compression()))
			return Optional.of("is a TIFF compressed with " + Decompression.name(p.compression()));
		if (!p.isUniform()) return Optional.of("is a TIFF whose channels have different types");
		if (!PagePixels.knows(p))
			return Optional.of(p.format() > TiffPage.FLOAT ? "is a TIFF of complex numbers"
				: "is a TIFF of " + p.bits() + "-bit "
					+ (p.format() == TiffPage.FLOAT ? "floating-point " : "") + "numbers");
		if (!PagePixels.knowsPredictor(p))
			return Optional.of("is a TIFF with predictor " + p.predictor() + " of " + p.bits()
				+ "-bit numbers, which does not exist");
		final int photometric = p.photometric();
		if (photometric == TiffPage.PALETTE && (p.bits() > 16 || p.format() != TiffPage.UNSIGNED
			|| p.samples() > 2 || p.colors().length < 3 << p.bits()))
			return Optional.of("is a TIFF with a palette that is missing or too short");
		final String colours = switch (photometric) {
			case CMYK -> "printing colours (CMYK)";
			case 6 -> "brightness and colour differences (YCbCr)";
			case 8, 9, 10 -> "CIELab colours";
			case 32803 -> "a camera's raw colour filter values";
			case 0, 1, 2, 3, 4 -> "";
			default -> photometric > 32000 ? "" : "colours of the kind " + photometric;
		};
		return colours.isEmpty() ? Optional.empty()
			: Optional.of("is a TIFF that holds " + colours);
	}

	public int width() {
		return first().width();
	}

	public int height() {
		return first().height();
	}

	/** As in the open image: an RGB plane of 8 bits is one. */
	public int channels() {
		return isRgb() ? 1 : colors().size() * ome.map(OmeDimensions::channels).orElse(1);
	}

	/** As in the open image. */
	public int planes() {
		return (isRgb() ? 1 : colors().size()) * pages.size();
	}

	/** As in the open image. */
	public int bytesPerPixel() {
		return isRgb() || first().photometric() == TiffPage.PALETTE ? 4
			: PagePixels.depth(first()) / 8;
	}

	/** Bytes that the pixels take uncompressed where they are stored, of all samples. */
	public double bytesStored() {
		return (double) width() * height() * first().samples() * first().bits() / 8 * pages.size();
	}

	/** Whether the strips or tiles end behind the file's end, as far as that is known. */
	public boolean isCutOff(final long length) {
		for (final TiffPage p : pages) {
			final long[] offsets = p.offsets(), counts = p.counts();
			if (offsets.length == 1 && p.compression() == TiffPage.UNCOMPRESSED
				&& offsets[0] > length - bytesStored() / pages.size()) return true;
			for (int i = 0; i < offsets.length; i++)
				if (offsets[i] < 0 || offsets[i] > length
					|| p.compression() != TiffPage.UNCOMPRESSED && i < counts.length
						&& (counts[i] < 0 || counts[i] > length - offsets[i]))
					return true;
		}
		return bytesStored() > 2000.0 * length
			|| pages.stream().allMatch(p -> p.compression() == TiffPage.UNCOMPRESSED)
				&& bytesStored() > length
				&& Arrays.stream(first().offsets()).distinct().count() == first().offsets().length;
	}

	/**
	 * Reads an image: what palettes and "white is zero" show, without transparency.
	 *
	 * @throws McdUnetException if the file is damaged
	 */
	public ImagePlus openImage() {
		return open(false);
	}

	/**
	 * Reads masks: numbers with the colours in which they are shown; what is transparent is 0.
	 *
	 * @throws McdUnetException if the file is damaged
	 */
	public ImagePlus openMask() {
		return open(true);
	}

	private ImagePlus open(final boolean mask) {
		try (TiffSource source = TiffSource.open(file).orElseThrow()) {
			return new TiffImage(this, mask).read(source);
		}
		catch (final IOException e) {
			throw damaged(file, e);
		}
	}
}
