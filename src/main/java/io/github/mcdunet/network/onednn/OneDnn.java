package io.github.mcdunet.network.onednn;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.io.NumberText;
import io.github.mcdunet.network.engine.VersionWarning;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/**
 * The native library oneDNN: loaded once per process, on first use. The only place with
 * process-wide native state.
 */
final class OneDnn {

	private static final class Holder {

		static final OneDnn INSTANCE = VersionWarning.hiddenWhile(OneDnn::new);
	}

	/** JavaCPP's property. */
	private static final String CACHE = "org.bytedeco.javacpp.cachedir";

	/** Of all that is unpacked, in bytes; rounded up. */
	private static final long UNPACKED = 120_000_000;

	private final engine cpu;

	private OneDnn() {
		PassiveWaiting.ask();
		cpu = new engine(engine.kind.cpu, 0);
	}

	/**
	 * @throws McdUnetException if there is no native library for this platform, or it cannot be
	 * loaded
	 */
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
			"The native library of the network (oneDNN) could not be loaded on this computer ("
				+ System.getProperty("os.name") + ", " + System.getProperty("os.arch") + "). "
				+ remedy(),
			cause);
	}

	/** NB: the same at each call, though Java tells the cause at the first only. */
	private static String remedy() {
		try {
			if (OneDnn.class.getClassLoader().getResource("org/bytedeco/dnnl/"
				+ Loader.getPlatform() + "/" + System.mapLibraryName("jnidnnl")) != null)
				return unpackingRemedy();
		}
		catch (final LinkageError e) {
			// JavaCPP itself is missing
		}
		return "It exists for 64-bit Windows, Linux and "
			+ "macOS. Update the plugin, and check that the files 'dnnl' and 'javacpp' for your platform lie beside it.";
	}

	/** The library's jar is there, so it was not unpacked, or not whole, or does not fit. */
	private static String unpackingRemedy() {
		final String elsewhere = " start Fiji with -D" + CACHE + "=FOLDER before --.";
		final File folder;
		try {
			folder = Loader.getCacheDir();
		}
		catch (final IOException e) {
			return "It must be unpacked once (" + NumberText.bytes(UNPACKED)
				+ ") into the folder .javacpp in your home folder, but nothing can be written there. Allow that, or"
				+ elsewhere;
		}
		if (folder.getUsableSpace() < UNPACKED)
			return "It must be unpacked once (" + NumberText.bytes(UNPACKED) + ") into '" + folder
				+ "', where " + NumberText.bytes(folder.getUsableSpace())
				+ " are free. Make room and start Fiji again; or, for another disk," + elsewhere;
		return "It was unpacked into '" + folder
			+ "', perhaps not whole: delete that folder and start Fiji again. If that does not help,"
			+ elsewhere;
	}

	engine cpu() {
		return cpu;
	}

	/**
	 * Lets oneDNN make something from a description that it has accepted. What can fail then is the
	 * memory, but it says "could not create" only.
	 *
	 * @throws OutOfMemoryError if that fails
	 */
	static <P> P allocated(final Supplier<P> allocation) {
		try {
			return allocation.get();
		}
		catch (final RuntimeException e) {
			final OutOfMemoryError error = new OutOfMemoryError("oneDNN: " + e.getMessage());
			error.initCause(e);
			throw error;
		}
	}

	/** The library's file. */
	String library() {
		return Loader.load(dnnl.class);
	}

	/**
	 * oneDNN's name of the best instructions that the processor and the variable ONEDNN_MAX_CPU_ISA
	 * allow.
	 */
	String instructionSet() {
		final int isa = dnnl.dnnl_get_effective_cpu_isa();
		return Arrays.stream(dnnl.cpu_isa.values())
			.filter(known -> known.value == isa && known != dnnl.cpu_isa.isa_default).findFirst()
			.map(known -> known.name().toUpperCase(Locale.ROOT))
			.orElse("the processor's basic instructions");
	}

	/**
	 * Whether there are the instructions that its fast kernels are written for; below them, it is
	 * slower than Java.
	 */
	boolean hasFastKernels() {
		final int avx2 = dnnl.cpu_isa.avx2.value;
		return (dnnl.dnnl_get_effective_cpu_isa() & avx2) == avx2;
	}

	/** Such as "oneDNN 3.11.0". */
	String version() {
		return "oneDNN " + dnnl.version().major() + "." + dnnl.version().minor() + "."
			+ dnnl.version().patch();
	}
}
