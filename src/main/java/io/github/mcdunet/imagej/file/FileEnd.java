package io.github.mcdunet.imagej.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks for the end of JPEG and PNG files: of JPEGs, Java fills what is missing with grey and says
 * nothing.
 */
final class FileEnd {

	private static final long PNG = 0x89504e470d0a1a0aL;
	private static final int LAST_PART = 0x49454e44, CHECKSUM = 4;
	private static final int MARK = 0xff, START = 0xd8, END = 0xd9, SCAN = 0xda;

	private FileEnd() {
	}

	/** Whether the file is a JPEG or PNG whose end is missing. */
	static boolean isMissing(final Path file) {
		return isJpegCutOff(file) || isPngCutOff(file);
	}

	/** Whether the last part, "IEND", is missing. */
	private static boolean isPngCutOff(final Path file) {
		try (DataInputStream in = new DataInputStream(
			new BufferedInputStream(Files.newInputStream(file)))) {
			final byte[] start = in.readNBytes(Long.BYTES);
			if (start.length < Long.BYTES || ByteBuffer.wrap(start).getLong() != PNG) return false;
			for (int length = in.readInt(),
				type = in.readInt(); type != LAST_PART; length = in.readInt(), type = in.readInt())
				in.skipNBytes(CHECKSUM + (length & 0xffffffffL));
			return false;
		}
		catch (final IOException e) {
			return true;
		}
	}

	/** ITU-T T.81, annex B. */
	private static boolean isJpegCutOff(final Path file) {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
			if (in.read() != MARK || in.read() != START) return false;
			// NB: previews in the head have ends of their own
			for (int marker = marker(in); marker != SCAN; marker = marker(in)) {
				if (marker < 0 || marker == END) return marker < 0;
				final int length = in.read() << 8 | in.read();
				if (length < 2) return true;
				in.skipNBytes(length - 2);
			}
			for (int before = 0, b = in.read(); b >= 0; before = b, b = in.read())
				if (before == MARK && b == END) return false;
			return true;
		}
		catch (final IOException e) {
			return true;
		}
	}

	/** @return -1 at the end */
	private static int marker(final InputStream in) throws IOException {
		int b = in.read();
		while (b >= 0 && b != MARK)
			b = in.read();
		while (b == MARK)
			b = in.read();
		return b;
	}
}
