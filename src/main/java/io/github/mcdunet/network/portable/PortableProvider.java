package io.github.mcdunet.network.portable;

import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.EngineProvider;

import java.util.Optional;

/** Plain Java, which runs everywhere and is never missing. */
public final class PortableProvider implements EngineProvider {

	@Override
	public String id() {
		return "portable";
	}

	@Override
	public boolean suits(final String processor) {
		return true;
	}

	@Override
	public Optional<String> notice(final String processor) {
		return Optional.empty();
	}

	@Override
	public String name() {
		return "Java " + System.getProperty("java.version");
	}

	@Override
	public Optional<String> library() {
		return Optional.empty();
	}

	@Override
	public String instructionSet() {
		return "those that Java chooses";
	}

	/** What is left of Java's heap. */
	@Override
	public long memory() {
		return MemoryBudget.free();
	}

	@Override
	public Engine create() {
		return new PortableEngine();
	}
}
