package io.github.mcdunet.network.engine;

import java.util.Optional;

/**
 * Where a person's choice of an engine is remembered. {@link Engines} finds it on the class path as
 * it finds the providers; the system property comes first.
 */
public interface EngineSetting {

	/** The id of the chosen engine; empty if nobody has chosen. */
	Optional<String> remembered();

	/** The command that changes it, as a menu has it. */
	String menu();
}
