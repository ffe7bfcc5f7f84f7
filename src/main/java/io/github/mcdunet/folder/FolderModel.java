package io.github.mcdunet.folder;

import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.workflow.Predictor;

import java.nio.file.Path;
import java.util.List;

/** A model that was read once, with the settings that its predictions shall have. Immutable. */
public final class FolderModel {

	private final Predictor predictor;
	private final ResultOptions options;
	private final String name;
	private final String sha256;
	private final String settings;

	/** @throws io.github.mcdunet.McdUnetException if the model cannot be read */
	public FolderModel(final Path file, final int samples, final long seed,
		final ResultOptions options) {
		predictor = new Predictor(ModelFile.read(file)).samples(samples).seed(seed);
		this.options = options;
		name = file.getFileName().toString();
		sha256 = ModelFile.sha256(file);
		settings = "samples=" + samples + " threshold=" + options.threshold() + " minimumarea="
			+ options.minimumArea() + " seed=" + seed;
	}

	Predictor predictor() {
		return predictor;
	}

	ResultOptions options() {
		return options;
	}

	/**
	 * The model file's name, which decides nothing, and then what decides an image's results; which
	 * maps are kept does not.
	 */
	List<String> origin(final FolderImage image) {
		return List.of(name, sha256, settings, image.state());
	}

	/** Whether the table says that an image was predicted by this model with these settings. */
	boolean made(final FolderImage image, final FolderTable table) {
		return table.agrees(image.key(), List.of(sha256, settings, image.state()));
	}
}
