package io.github.mcdunet.network.onednn;

import io.github.mcdunet.McdUnetException;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;

/** The native library oneDNN: loaded once per process, on first use. The only place with process-wide native state. */
final class OneDnn {

	private static final class Holder {

		static final OneDnn INSTANCE = new OneDnn();
	}

	private final engine cpu;

	private OneDnn() {
		cpu = new engine(engine.kind.cpu, 0);
	}

	/** @throws McdUnetException if there is no native library for this platform, or it cannot be loaded */
	static OneDnn get() {
		try {
			return Holder.INSTANCE;
		}
		catch (final LinkageError e) {
			throw missing(e);
		}
	}

	static McdUnetException missing(final LinkageError cause) {
		return new McdUnetException(
			"The native library of the network (oneDNN) could not be loaded on this computer (" +
				System.getProperty("os.name") + ", " + System.getProperty("os.arch")
				+ "). It exists for 64-bit Windows, Linux and " +
				"macOS. Update the plugin, and check that the files 'dnnl' and 'javacpp' for your platform lie beside it.",
			cause);
	}

	engine cpu() {
		return cpu;
	}

	/** Such as "oneDNN 3.11.0". */
	String version() {
		return "oneDNN " + dnnl.version().major() + "." + dnnl.version().minor() + "."
			+ dnnl.version().patch();
	}
}
