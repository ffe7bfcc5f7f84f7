package io.github.mcdunet.network.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;

/**
 * {@link ModelFuzz}, the same every time: 1,000 models and as many checkpoints in every build,
 * 10,000 of each with -Pnightly.
 */
public class ModelFuzzTest {

	private static final int COUNT = Integer.getInteger("fuzz.count", 2000);

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	/** A hundred times what it takes on a quiet machine. */
	@Rule
	public final Timeout limit = Timeout.seconds(60 + COUNT / 7);

	@Test
	public void everyAlteredFileIsRefusedOrAModel() throws IOException {
		final ModelFuzz fuzz = new ModelFuzz(temporary.getRoot().toPath(), 2026);
		final int each = COUNT / 32 * 2; // of a kind: half models, half checkpoints
		fuzz.run(16 * each);
		for (final AlteredFiles.Kind kind : AlteredFiles.Kind.values())
			assertEquals(kind.toString(), each, fuzz.read(kind) + fuzz.refused(kind));
		for (final AlteredFiles.Kind kind : new AlteredFiles.Kind[]{ AlteredFiles.Kind.CUT,
			AlteredFiles.Kind.TAIL, AlteredFiles.Kind.GLUED, AlteredFiles.Kind.BOMB,
			AlteredFiles.Kind.DUPLICATE })
			assertEquals(kind.toString(), each, fuzz.refused(kind));
		assertEquals(each, fuzz.read(AlteredFiles.Kind.ORDER));
		// the signed ones get past the checksums: some are models
		assertTrue(fuzz.toString(), fuzz.read(AlteredFiles.Kind.FLOATS_SIGNED) > each / 10);
	}
}
