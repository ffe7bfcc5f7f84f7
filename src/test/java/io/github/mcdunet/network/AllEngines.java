package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.onednn.OneDnnEngine;
import io.github.mcdunet.network.portable.PortableEngine;

import java.util.function.Supplier;

/** Parameters for tests that every engine must pass. */
final class AllEngines {

	private AllEngines() {
	}

	/** Rows of a name and a supplier. */
	static Object[][] list() {
		final Supplier<Engine> oneDnn = OneDnnEngine::new;
		final Supplier<Engine> portable = PortableEngine::new;
		return new Object[][]{ { "oneDNN", oneDnn }, { "portable", portable } };
	}
}
