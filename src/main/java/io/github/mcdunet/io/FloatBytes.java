package io.github.mcdunet.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Float arrays as little-endian IEEE 754 bytes, every bit kept, a piece at a time so that no second
 * copy is in memory.
 */
public final class FloatBytes {

	private static final int PIECE = 1 << 14;

	private FloatBytes() {
	}

	public static void write(final float[] values, final OutputStream out) throws IOException {
		final ByteBuffer bytes = buffer();
		for (int start = 0; start < values.length; start += PIECE) {
			final int n = Math.min(PIECE, values.length - start);
			bytes.asFloatBuffer().put(values, start, n);
			out.write(bytes.array(), 0, n * Float.BYTES);
		}
	}

	/**
	 * Fills the array.
	 *
	 * @throws EOFException if there are fewer bytes
	 */
	public static void read(final InputStream in, final float[] values) throws IOException {
		final ByteBuffer bytes = buffer();
		for (int start = 0; start < values.length; start += PIECE) {
			final int n = Math.min(PIECE, values.length - start);
			if (in.readNBytes(bytes.array(), 0, n * Float.BYTES) < n * Float.BYTES)
				throw new EOFException("The parameters end early");
			bytes.asFloatBuffer().get(values, start, n);
		}
	}

	private static ByteBuffer buffer() {
		return ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}
}
