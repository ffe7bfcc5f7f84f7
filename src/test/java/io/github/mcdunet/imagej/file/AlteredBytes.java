package io.github.mcdunet.imagej.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** A file's bytes, altered by chance as files break, or as somebody might break them on purpose. */
final class AlteredBytes {

	private static final int HEAD = 250;
	private static final int[] LIES = { -1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fff,
		0xffff, 65536, 100_000, 1 << 28 };

	private AlteredBytes() {
	}

	/** Mostly once, sometimes up to four times. */
	static byte[] of(final byte[] good, final Random random) {
		byte[] bytes = once(good.clone(), random);
		for (int k = random.nextInt(4); k > 0 && bytes.length > 8 && random.nextBoolean(); k--)
			bytes = once(bytes, random);
		return bytes;
	}

	/**
	 * Bits flipped, cut, zeroed, lengthened, or a number of four or two bytes replaced by an absurd
	 * one, often in the head.
	 */
	private static byte[] once(final byte[] bytes, final Random random) {
		final int head = random.nextBoolean() ? Math.min(HEAD, bytes.length) : bytes.length;
		switch (random.nextInt(6)) {
			case 0 :
				for (int k = random.nextInt(6); k >= 0; k--)
					bytes[random.nextInt(head)] ^= 1 << random.nextInt(8);
				return bytes;
			case 1 :
				return Arrays.copyOf(bytes, random.nextInt(bytes.length));
			case 2 :
				final int from = random.nextInt(head);
				Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(40)),
					(byte) (random.nextBoolean() ? 0 : 0xff));
				return bytes;
			case 3 :
				return Arrays.copyOf(bytes, bytes.length + random.nextInt(1000));
			default :
				lie(bytes, head, random);
				return bytes;
		}
	}

	private static void lie(final byte[] bytes, final int head, final Random random) {
		final int lie = random.nextInt(8) == 0 ? random.nextInt()
			: LIES[random.nextInt(LIES.length)];
		final ByteBuffer buffer = ByteBuffer.wrap(bytes)
			.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		if (random.nextBoolean() && head >= 4) buffer.putInt(random.nextInt(head - 3), lie);
		else if (head >= 2) buffer.putShort(random.nextInt(head - 1), (short) lie);
	}
}
