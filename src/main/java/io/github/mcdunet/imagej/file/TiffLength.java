package io.github.mcdunet.imagej.file;

import ij.io.FileInfo;

import java.util.Arrays;

/**
 * How long a TIFF file must at least be: ImageJ fills what is missing with zeros and says nothing.
 */
final class TiffLength {

	/** No compression that ImageJ reads packs more pixels' bytes into one; LZW comes near. */
	static final int MOST_COMPRESSION = 2000;

	private TiffLength() {
	}

	/**
	 * @param info of all images in the file
	 * @param all whether all of them are read, or the first alone
	 * @return bytes; few where the pixels' place is not understood
	 */
	static long needed(final FileInfo[] info, final boolean all) {
		long needed = 0;
		for (int i = 0; i < (all ? info.length : 1); i++)
			needed = Math.max(needed, end(info[i]));
		return needed;
	}

	private static long end(final FileInfo fi) {
		final boolean plain = fi.compression <= FileInfo.COMPRESSION_NONE;
		// NB: as double, because a damaged header may ask for more than a long holds
		if (plain && !isWholeBytes(fi.fileType)) return (long) ((double) fi.width * fi.height / 8);
		final long size = (long) ((double) fi.width * fi.height * fi.getBytesPerPixel());
		if (fi.stripOffsets != null && fi.stripLengths != null
			&& (fi.stripOffsets.length > 1 || !plain))
			return fi.stripLengths.length == fi.stripOffsets.length
				? Math.max(size / MOST_COMPRESSION, lastStrip(fi, plain ? size : Long.MAX_VALUE))
				: longestStrip(fi);
		if (!plain) return size / MOST_COMPRESSION;
		return (long) ((double) fi.getOffset() + (double) fi.nImages * size
			+ (fi.nImages - 1.0) * fi.getGap());
	}

	/** @param most bytes of all strips together; writers of uncompressed files may say more */
	private static long lastStrip(final FileInfo fi, final long most) {
		long end = 0;
		for (int i = 0; i < fi.stripOffsets.length; i++)
			end = Math.max(end, (fi.stripOffsets[i] & 0xffffffffL)
				+ Math.min(most / fi.stripOffsets.length, fi.stripLengths[i] & 0xffffffffL));
		return end;
	}

	/** NB: ImageJ takes memory for it, although the strips do not fit their places. */
	private static long longestStrip(final FileInfo fi) {
		return Arrays.stream(fi.stripLengths).mapToLong(length -> length & 0xffffffffL).max()
			.orElse(0);
	}

	private static boolean isWholeBytes(final int type) {
		switch (type) {
			case FileInfo.GRAY8 :
			case FileInfo.COLOR8 :
			case FileInfo.GRAY16_SIGNED :
			case FileInfo.GRAY16_UNSIGNED :
			case FileInfo.GRAY32_INT :
			case FileInfo.GRAY32_UNSIGNED :
			case FileInfo.GRAY32_FLOAT :
			case FileInfo.GRAY64_FLOAT :
			case FileInfo.RGB :
				return true;
			default :
				return false;
		}
	}
}
