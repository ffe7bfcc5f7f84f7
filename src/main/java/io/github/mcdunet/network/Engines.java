package io.github.mcdunet.network;

import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.onednn.OneDnnEngine;

/** Chooses the engine. */
final class Engines {

	private Engines() {
	}

	static Engine create() {
		return new OneDnnEngine();
	}
}
