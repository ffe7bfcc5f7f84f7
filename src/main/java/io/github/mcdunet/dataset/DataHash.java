package io.github.mcdunet.dataset;

import io.github.mcdunet.io.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Fingerprints of a dataset, to tell later whether a model was trained on these very images and
 * masks. SHA-256 over, big-endian: the number of channels and each channel's name, the number of
 * images, and for each image its name, width, height, its pixels as 32-bit IEEE 754 floats and its
 * labels' classes as bytes and, where objects are numbered, their numbers (32 bits each). Strings
 * are their number of bytes (32 bits) and the bytes in UTF-8. Does not change between runs,
 * computers and versions.
 *
 * @param named 64 lower-case hexadecimal digits
 * @param nameless the same with the empty string for each image's name: an image that is opened a
 * second time may have another title
 */
public record DataHash(String named, String nameless) {

	/** Both in one walk over the pixels; O(pixels). */
	public static DataHash of(final Dataset data) {
		final Digests digests = new Digests();
		digests.add(data.channels());
		data.channelNames().forEach(name -> digests.add(name, name));
		digests.add(data.size());
		data.images().forEach(digests::add);
		return new DataHash(Sha256.end(digests.named), Sha256.end(digests.nameless));
	}

	private static final class Digests {

		private final MessageDigest named = Sha256.start();
		private final MessageDigest nameless = Sha256.start();

		void add(final LabeledImage image) {
			add(image.name(), "");
			add(image.width());
			add(image.height());
			final int row = image.width();
			final ByteBuffer bytes = ByteBuffer.allocate(row * Float.BYTES);
			final float[] pixels = image.pixels();
			for (int start = 0; start < pixels.length; start += row) {
				bytes.asFloatBuffer().put(pixels, start, row);
				add(bytes.array());
			}
			add(image.labels().classes());
			if (image.labels().hasObjects()) addNumbers(image.labels().objects());
		}

		private void addNumbers(final int[] objects) {
			final ByteBuffer bytes = ByteBuffer.allocate(objects.length * Integer.BYTES);
			bytes.asIntBuffer().put(objects);
			add(bytes.array());
		}

		void add(final int value) {
			add(bytes(value));
		}

		void add(final String withNames, final String withoutNames) {
			add(named, withNames);
			add(nameless, withoutNames);
		}

		private static void add(final MessageDigest digest, final String text) {
			final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			digest.update(bytes(bytes.length));
			digest.update(bytes);
		}

		private void add(final byte[] bytes) {
			named.update(bytes);
			nameless.update(bytes);
		}

		private static byte[] bytes(final int value) {
			return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
		}
	}
}
