package io.github.mcdunet.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
		return HexFormat.of().formatHex(digest.digest());
	}

	public static String of(final byte[] bytes) {
		final MessageDigest digest = start();
		digest.update(bytes);
		return end(digest);
	}
}
