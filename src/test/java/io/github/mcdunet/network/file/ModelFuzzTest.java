package io.github.mcdunet.network.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * {@link ModelFuzz}, the same every time: 10,000 models and as many checkpoints; others with
 * -Dfuzz.count.
 */
public class ModelFuzzTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	@Test(timeout = 600_000)
	public void everyAlteredFileIsRefusedOrAModel() throws IOException {
		final ModelFuzz fuzz = new ModelFuzz(temporary.getRoot().toPath(), 2026);
		final int each = Integer.getInteger("fuzz.count", 20_000) / 16;
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
