package io.github.mcdunet.imagej.file;

import ij.io.FileInfo;
import ij.io.RoiDecoder;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at a ROI's bytes before ImageJ does, which takes memory for every number of points or
 * letters that is written there.
 */
final class RoiBytes {

	/** Number of letters of a text, and of its font's name. */
	private static final int FONT_LETTERS = RoiDecoder.COORDINATES + 8,
		TEXT_LETTERS = RoiDecoder.COORDINATES + 12;
	private static final int POLYGON = 0, FREELINE = 4, POLYLINE = 5, FREEHAND = 7;

	private final ByteBuffer bytes;

	private RoiBytes(final byte[] bytes) {
		this.bytes = ByteBuffer.wrap(bytes);
	}

	/** Whether the overlay or the selection in a TIFF has such a ROI. */
	static boolean areAbsurd(final FileInfo info) {
		final List<byte[]> all = new ArrayList<>();
		if (info.overlay != null) all.addAll(Arrays.asList(info.overlay));
		if (info.roi != null) all.add(info.roi);
		return all.stream().anyMatch(RoiBytes::isAbsurd);
	}

	/** Whether it has more of something than it has bytes. Lesser faults are left to ImageJ. */
	static boolean isAbsurd(final byte[] roi) {
		return roi.length >= RoiDecoder.COORDINATES && new RoiBytes(roi).hasAbsurdCount();
	}

	private boolean hasAbsurdCount() {
		final int second = bytes.getInt(RoiDecoder.HEADER2_OFFSET);
		if (second > 0 && (isTooMany(second + RoiDecoder.NAME_LENGTH)
			|| isTooMany(second + RoiDecoder.ROI_PROPS_LENGTH)
			|| isTooMany(second + RoiDecoder.IMAGE_SIZE))) return true;
		if (bytes.getShort(RoiDecoder.SUBTYPE) == RoiDecoder.TEXT
			&& (isTooMany(FONT_LETTERS) || isTooMany(TEXT_LETTERS))) return true;
		if (isTooMany(RoiDecoder.SHAPE_ROI_SIZE)) return true;
		return hasPoints() && bytes.getShort(RoiDecoder.N_COORDINATES) == 0
			&& isTooMany(RoiDecoder.SIZE);
	}

	private boolean hasPoints() {
		final int type = bytes.get(RoiDecoder.TYPE);
		return type == POLYGON || type == FREELINE || type == POLYLINE || type >= FREEHAND;
	}

	/**
	 * Whether there is a count at this place, and it is larger than the number of bytes. NB: a
	 * negative one is an error at once.
	 */
	private boolean isTooMany(final int place) {
		return place >= 0 && place + Integer.BYTES <= bytes.capacity()
			&& bytes.getInt(place) > bytes.capacity();
	}
}
