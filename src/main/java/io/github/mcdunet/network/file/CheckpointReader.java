package io.github.mcdunet.network.file;

import io.github.mcdunet.io.FloatBytes;
import io.github.mcdunet.io.Sha256;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/** Makes a checkpoint of an archive, checking each part before the next is believed. */
final class CheckpointReader {

	private final ModelArchive archive;

	CheckpointReader(final ModelArchive archive) {
		this.archive = archive;
	}

	/** Size of state.bin: the parameters and Adam's two moments. */
	static long stateBytes(final Architecture architecture) {
		return 3 * ModelLayout.parameterBytes(architecture);
	}

	Checkpoint read() throws IOException, ModelFault {
		if (!archive.has(ModelLayout.CHECKPOINT)) throw new ModelForeign();
		final byte[] bytes = archive.bytes(ModelLayout.CHECKPOINT, ModelLayout.JSON_LIMIT);
		final ModelNode json = ModelText.json(ModelLayout.CHECKPOINT,
			ModelText.utf8(ModelLayout.CHECKPOINT, bytes));
		json.get("format").expect(ModelLayout.CHECKPOINT_FORMAT);
		final long version = json.get("version").whole();
		if (version > ModelLayout.CHECKPOINT_VERSION)
			throw new ModelVersion(version, ModelLayout.CHECKPOINT_VERSION);
		json.get("version").expect(ModelLayout.CHECKPOINT_VERSION);
		final ModelReader reader = new ModelReader(archive);
		final UNetModel best = reader.read();
		reader.sums().check(ModelLayout.CHECKPOINT, Sha256.of(bytes));
		final ModelNode state = json.get("state");
		checkState(state, stateBytes(best.architecture()));
		final Parameters parameters = new Parameters(best.architecture());
		final Adam optimizer = new Adam(parameters, state.get("optimizerSteps").whole());
		fill(List.of(parameters.arrays(), optimizer.moments()), reader.sums());
		for (final Parameters.Entry e : parameters.entries())
			ModelReader.check(e);
		return new Checkpoint(best, parameters, optimizer, json.get("training").texts());
	}

	private void checkState(final ModelNode state, final long bytes) throws ModelFault {
		state.get("file").expect(ModelLayout.STATE);
		state.get("type").expect("float32");
		state.get("byteOrder").expect("little-endian");
		state.get("bytes").expect(bytes);
		state.get("optimizer").expect("adam");
		if (state.get("optimizerSteps").whole() < 0)
			throw new ModelFault("its optimizer's steps are less than none");
		if (archive.size(ModelLayout.STATE) != bytes)
			throw new ModelFault("it holds " + archive.size(ModelLayout.STATE)
				+ " bytes of training state instead of " + bytes);
	}

	private void fill(final List<List<float[]>> state, final ModelSums sums)
		throws IOException, ModelFault {
		final MessageDigest digest = Sha256.start();
		try (InputStream in = new DigestInputStream(archive.open(ModelLayout.STATE), digest)) {
			for (final List<float[]> arrays : state)
				for (final float[] values : arrays)
					FloatBytes.read(in, values);
		}
		sums.check(ModelLayout.STATE, Sha256.end(digest));
	}
}
