package io.github.mcdunet.exchange.dl4j;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.nd4j.Nd4jLibrary;

import org.deeplearning4j.config.DL4JClassLoading;

/** DL4J with ND4J, which may both be missing. */
final class Dl4jLibrary {

	private Dl4jLibrary() {
	}

	/**
	 * To be called before anything else of DL4J, whose classes cannot even be linked where it is
	 * missing.
	 *
	 * @throws McdUnetException if DL4J or ND4J is missing, or cannot be used here
	 */
	static void load() {
		Nd4jLibrary.version();
		try {
			// NB: it would look for layers in the thread's context loader, which does not know ImageJ's plugins
			DL4JClassLoading.setDl4jClassloaderFromClass(Dl4jLibrary.class);
		}
		catch (final LinkageError e) {
			throw new McdUnetException(
				"DL4J is not installed. It is not part of the plugin: put deeplearning4j-nn on the class path, as docs/nd4j.md says.",
				e);
		}
	}
}
