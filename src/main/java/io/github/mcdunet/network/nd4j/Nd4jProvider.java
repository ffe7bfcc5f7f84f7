package io.github.mcdunet.network.nd4j;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.nd4j.Nd4jLibrary;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.Engines;

import java.util.Optional;

/**
 * oneDNN on ND4J's arrays: the same results in about the same time, for those who go on with ND4J.
 * It is never taken unasked.
 */
public final class Nd4jProvider implements EngineProvider {

	private static final String KERNELS = "onednn";

	/** NB: not a field, since providers are made while {@link Engines} looks for them. */
	private static EngineProvider oneDnn() {
		return Engines.choose(KERNELS, System.getProperty("os.arch"));
	}

	@Override
	public String id() {
		return "nd4j";
	}

	@Override
	public String kernels() {
		return KERNELS;
	}

	@Override
	public boolean suits(final String processor) {
		return false;
	}

	@Override
	public Optional<String> notice(final String processor) {
		return Optional.empty();
	}

	/** Such as "ND4J 1.0.0-M2.1 with oneDNN 3.13.0". */
	@Override
	public String name() {
		return Nd4jLibrary.version() + " with " + oneDnn().name();
	}

	@Override
	public Optional<String> library() {
		return oneDnn().library();
	}

	@Override
	public String instructionSet() {
		return oneDnn().instructionSet();
	}

	@Override
	public int threads() {
		return oneDnn().threads();
	}

	@Override
	public long memory() {
		return oneDnn().memory();
	}

	/** @throws McdUnetException if ND4J or oneDNN is missing, or cannot be used here */
	@Override
	public Engine create() {
		Nd4jLibrary.version();
		return oneDnn().create(new Nd4jMemory());
	}
}
