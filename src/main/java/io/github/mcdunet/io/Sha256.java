package io.github.mcdunet.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Sha256 {

	private Sha256() {
	}

	public static MessageDigest start() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/** Ends a digest; it may be used anew afterwards. */
	public static String end(final MessageDigest digest) {
		final StringBuilder hex = new StringBuilder();
		for (final byte b : digest.digest())
			hex.append(String.format("%02x", b & 0xff));
		return hex.toString();
	}

	public static String of(final byte[] bytes) {
		final MessageDigest digest = start();
		digest.update(bytes);
		return end(digest);
	}
}
