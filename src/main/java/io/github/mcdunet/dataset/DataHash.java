package io.github.mcdunet.dataset;

import io.github.mcdunet.io.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A fingerprint of a dataset, to tell later whether a model was trained on these very images and
 * masks. SHA-256 over, big-endian: the number of channels and each channel's name, the number of
 * samples, and for each sample its name, width, height, its pixels as 32-bit IEEE 754 floats and
 * its mask as bytes. Strings are their number of bytes (32 bits) and the bytes in UTF-8. Does not
 * change between runs, computers and versions.
 */
public final class DataHash {

	private final MessageDigest digest = Sha256.start();

	private DataHash() {
	}

	/** @return 64 lower-case hexadecimal digits; O(pixels) */
	public static String sha256(final Dataset data) {
		final DataHash hash = new DataHash();
		hash.add(data.channels());
		data.channelNames().forEach(hash::add);
		hash.add(data.size());
		data.samples().forEach(hash::add);
		return Sha256.end(hash.digest);
	}

	private void add(final LabeledImage sample) {
		add(sample.name());
		add(sample.width());
		add(sample.height());
		final int row = sample.width();
		final ByteBuffer bytes = ByteBuffer.allocate(row * Float.BYTES);
		final float[] pixels = sample.pixels();
		for (int start = 0; start < pixels.length; start += row) {
			bytes.asFloatBuffer().put(pixels, start, row);
			digest.update(bytes.array());
		}
		digest.update(sample.labels().classes());
	}

	private void add(final String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		add(bytes.length);
		digest.update(bytes);
	}

	private void add(final int value) {
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
	}
}
