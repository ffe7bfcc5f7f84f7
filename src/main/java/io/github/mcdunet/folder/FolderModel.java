package io.github.mcdunet.folder;

import io.github.mcdunet.imagej.result.ResultOptions;
import io.github.mcdunet.network.Outputs;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;
import io.github.mcdunet.workflow.ObjectAnalysis;
import io.github.mcdunet.workflow.Predictor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A model that was read once, with the settings that its predictions shall have. Immutable. */
public final class FolderModel {

	private final Predictor predictor;
	private final List<String> channelNames;
	private final ObjectAnalysis analysis;
	private final ResultOptions options;
	private final int keptSamples;
	private final boolean geoJson;
	private final Outputs outputs;
	private final String name;
	private final String sha256;
	private final String settings;

	/**
	 * @param analysis how objects are found; what the model knows of itself is added
	 * @param options which maps and images are written; those without which the model's objects
	 * could not be told are added
	 * @throws io.github.mcdunet.McdUnetException if the model cannot be read
	 */
	public FolderModel(final Path file, final int samples, final long seed,
		final ObjectAnalysis analysis, final ResultOptions options) {
		this(file, samples, seed, analysis, options, false, false);
	}

	/**
	 * As the other.
	 *
	 * @param gapsAreBackground see {@link Predictor#gapsAreBackground}
	 * @param geoJson whether outlines are written as GeoJSON too
	 */
	public FolderModel(final Path file, final int samples, final long seed,
		final ObjectAnalysis analysis, final ResultOptions options, final boolean gapsAreBackground,
		final boolean geoJson) {
		final UNetModel model = ModelFile.read(file);
		channelNames = model.channelNames();
		this.analysis = analysis.model(model);
		outputs = model.architecture().outputs();
		this.options = options.completed(outputs);
		this.geoJson = geoJson;
		final Predictor plain = new Predictor(model).samples(samples).seed(seed)
			.maps(options.maps()).gapsAreBackground(gapsAreBackground);
		predictor = analysis.confidence() ? plain.sampleMasks(analysis.threshold()) : plain;
		keptSamples = analysis.confidence() ? model.architecture().hasDropout() ? samples : 1 : 0;
		name = file.getFileName().toString();
		sha256 = ModelFile.sha256(file);
		settings = "samples=" + samples + " threshold=" + analysis.threshold() + " minimumarea="
			+ analysis.minimumArea() + " seed=" + seed
			+ (analysis.confidence() ? " confidence=true" : "")
			+ (gapsAreBackground ? " nan=Background" : "");
	}

	Predictor predictor() {
		return predictor;
	}

	List<String> channelNames() {
		return channelNames;
	}

	ObjectAnalysis analysis() {
		return analysis;
	}

	ResultOptions options() {
		return options;
	}

	/** What the model's network gives for each pixel. */
	Outputs outputs() {
		return outputs;
	}

	/** The outlines of an image. */
	FolderOutlines outlines(final Path folder, final FolderImage image) {
		return new FolderOutlines(folder, image, analysis.classes(), geoJson);
	}

	/** Samples whose masks are kept while an image is predicted. */
	int keptSamples() {
		return keptSamples;
	}

	/**
	 * The model file's name, which decides nothing, and what decides an image's results; which maps
	 * are kept does not.
	 */
	Map<String, String> origin(final FolderImage image) {
		return Map.of("Model", name, "Model SHA-256", sha256, "Settings", settings, "Input",
			image.state());
	}

	/** Whether the table says that an image was predicted by this model with these settings. */
	boolean made(final FolderImage image, final FolderTable table) {
		return table.agrees(image.key(),
			Map.of("Model SHA-256", sha256, "Settings", settings, "Input", image.state()));
	}
}
