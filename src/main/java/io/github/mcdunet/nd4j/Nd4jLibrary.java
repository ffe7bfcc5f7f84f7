package io.github.mcdunet.nd4j;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.VersionWarning;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J with its native library, loaded once per process, on first use; that takes a few seconds. It
 * may be missing: the plugin is complete without it.
 */
public final class Nd4jLibrary {

	private static final class Holder {

		static final String VERSION = VersionWarning.hiddenWhile(Nd4jLibrary::load);
	}

	private Nd4jLibrary() {
	}

	/**
	 * Loads it, unless that was done.
	 *
	 * @return such as "ND4J 1.0.0-M2.1"
	 * @throws McdUnetException if it is not installed, or has no native library for this platform
	 */
	public static String version() {
		try {
			return Holder.VERSION;
		}
		catch (final LinkageError e) {
			throw new McdUnetException(isInstalled()
				? "The native library of ND4J could not be loaded on this computer ("
					+ System.getProperty("os.name") + ", " + System
						.getProperty("os.arch")
					+ "). Check that the files 'nd4j-native' and 'openblas' for this platform are on the class path."
				: "ND4J is not installed. It is not part of the plugin: put deeplearning4j-nn, nd4j-native and openblas for this platform on the "
					+ "class path, as docs/nd4j.md says.",
				e);
		}
	}

	/** Whether its classes are on the class path; loads no native library. */
	public static boolean isInstalled() {
		return Nd4jLibrary.class.getClassLoader()
			.getResource("org/nd4j/linalg/factory/Nd4j.class") != null;
	}

	private static String load() {
		// NB: oneDNN first, which asks OpenMP's threads to sleep while they wait
		Engines.all().stream().anyMatch(p -> p.suits(System.getProperty("os.arch")));
		// NB: it would look in the thread's context loader, which does not know ImageJ's plugins
		ND4JClassLoading.setNd4jClassloaderFromClass(Nd4j.class);
		Nd4j.createUninitialized(DataType.FLOAT, 1).close();
		return "ND4J" + number().map(n -> " " + n).orElse("");
	}

	/** Its version as Maven's file in its jar has it. */
	private static Optional<String> number() {
		try (InputStream in = Nd4j.class
			.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
			final Properties properties = new Properties();
			if (in != null) properties.load(in);
			return Optional.ofNullable(properties.getProperty("version"));
		}
		catch (final IOException e) {
			return Optional.empty(); // nothing depends on it
		}
	}
}
