package io.github.mcdunet.network.engine;

import io.github.mcdunet.McdUnetException;

import java.util.Optional;

/**
 * An engine that can be had, and what there is to know of it before one is built.
 * <p>
 * {@link Engines} finds the providers on the class path: each is a public class with a constructor
 * without arguments, which loads no native library, and a line in
 * META-INF/services/io.github.mcdunet.network.engine.EngineProvider. Where the user asks for none,
 * the first in that file takes the work that suits the processor.
 */
public interface EngineProvider {

	/** The word that asks for it in the system property mcdunet.engine, such as "onednn". */
	String id();

	/**
	 * The id of the engine whose arithmetic it uses: its own, unless it only keeps another's
	 * tensors in other memory.
	 */
	default String kernels() {
		return id();
	}

	/**
	 * Whether it can be used here and is fast.
	 *
	 * @param processor as the system property os.arch has it, such as "amd64"
	 */
	boolean suits(String processor);

	/**
	 * What the user should know where it is missing although it would be fast.
	 *
	 * @param processor as the system property os.arch has it, such as "amd64"
	 * @return a sentence or two; empty if there is nothing that could be mended
	 */
	Optional<String> notice(String processor);

	/**
	 * What it is, with its version, such as "oneDNN 3.11.0".
	 *
	 * @throws McdUnetException if it cannot be used here
	 */
	String name();

	/**
	 * The native library's file, or empty if there is none.
	 *
	 * @throws McdUnetException if it cannot be used here
	 */
	Optional<String> library();

	/**
	 * The processor instructions that it computes with, by their usual names, such as
	 * "AVX512_CORE_VNNI".
	 *
	 * @throws McdUnetException if it cannot be used here
	 */
	String instructionSet();

	/**
	 * How many threads it uses at most: as many as there are processors, if nothing else is set.
	 */
	default int threads() {
		return Runtime.getRuntime().availableProcessors();
	}

	/**
	 * Bytes that tensors can still take.
	 *
	 * @throws McdUnetException if it cannot be used here
	 */
	long memory();

	/**
	 * A new engine for one graph.
	 *
	 * @throws McdUnetException if it cannot be used here
	 */
	Engine create();

	/**
	 * A new engine for one graph, whose tensors lie in the given memory.
	 *
	 * @param memory closed with the engine, or at once if that cannot be made
	 * @throws McdUnetException if it cannot be used here, or computes in memory of its own only
	 */
	default Engine create(final TensorMemory memory) {
		memory.close();
		throw new McdUnetException("The engine " + id() + " computes in memory of its own only.");
	}
}
