package io.github.mcdunet.command.dialog;

import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.ModelFile;

import java.nio.file.Path;

/** A dialog's model, read once as long as the same file is chosen. */
public final class LastModel {

	/** Under which SciJava remembers the model that was trained or used last, for all commands. */
	public static final String KEY = "io.github.mcdunet.lastModel";

	private Path path;
	private long changed;
	private UNetModel model;

	/** @throws io.github.mcdunet.McdUnetException if it is no model */
	public UNetModel read(final Path file) {
		final long now = file.toFile().lastModified();
		if (model == null || !file.equals(path) || now != changed) {
			model = ModelFile.read(file);
			path = file;
			changed = now;
		}
		return model;
	}
}
