package io.github.mcdunet.command;

import io.github.mcdunet.Progress;
import io.github.mcdunet.command.dialog.CancelableCommand;
import io.github.mcdunet.imagej.EnginePreference;
import io.github.mcdunet.network.engine.Engines;

import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Chooses what computes the network, and remembers it. */
@Plugin(type = Command.class, menuPath = "Plugins>MC Dropout U-Net>Choose Engine...",
	headless = true)
public class ChooseEngine extends CancelableCommand {

	@Parameter(label = "Engine", persist = false,
		choices = { Choices.AUTO, Choices.ONEDNN, Choices.PORTABLE, Choices.ND4J },
		description = "What computes the network, from now on. auto: the fastest for this processor. onednn: the native library. "
			+ "portable: Java. nd4j: the native library on ND4J's arrays, for those who have ND4J on the class path.")
	private String engine = Choices.AUTO;

	@Override
	protected void execute(final Progress progress) {
		final boolean auto = engine.equals(Choices.AUTO);
		if (!auto) Engines.choose(engine, System.getProperty("os.arch")).name();
		new EnginePreference().remember(auto ? Optional.empty() : Optional.of(engine));
		progress.message("The network computes with " + Engines.chosen().name()
			+ (System.getProperty(Engines.PROPERTY) == null ? "."
				: ", as long as the system property " + Engines.PROPERTY + " is '"
					+ System.getProperty(Engines.PROPERTY) + "', which comes first."));
	}
}
