package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;

import java.util.function.Supplier;

/** Parameters for tests that every engine on the class path must pass. */
final class AllEngines {

	private AllEngines() {
	}

	/** Rows of a name and a supplier. */
	static Object[][] list() {
		return Engines.all().stream().map(p -> new Object[]{ p.id(), (Supplier<Engine>) p::create })
			.toArray(Object[][]::new);
	}

	/** A new engine, whatever the processor. */
	static Engine create(final String id) {
		return Engines.choose(id, "any").create();
	}
}
