package io.github.mcdunet.network.nd4j;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Convolution;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.Engines;
import io.github.mcdunet.network.engine.Fusion;
import io.github.mcdunet.network.engine.Tensor;
import io.github.mcdunet.network.engine.TensorMemory;

import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The tensors are ND4J's arrays, and oneDNN computes on them in place. */
public class Nd4jEngineTest {

	@Test
	public void theTensorsAreArrays() {
		final Nd4jMemory memory = new Nd4jMemory();
		final INDArray in, out;
		try (Engine engine = Engines.choose("onednn", "any").create(memory)) {
			final Tensor src = engine.tensor(2, 1, 3, 4), dst = engine.tensor(2, 2, 3, 4);
			final Convolution layer = engine.convolution(src, dst, 1, true, Fusion.none());
			engine.complete();
			layer.set(new float[]{ 2, -1 }, new float[]{ 10, 20 });
			in = memory.arrays().get(0);
			out = memory.arrays().get(1);
			assertArrayEquals(new long[]{ 2, 3, 4, 1 }, in.shape());
			assertArrayEquals(new long[]{ 2, 3, 4, 2 }, out.shape());
			in.assign(0);
			in.putScalar(new long[]{ 1, 2, 3, 0 }, 5);
			layer.forward();
			assertEquals(2 * 5 + 10, out.getFloat(1, 2, 3, 0), 0);
			assertEquals(-5 + 20, out.getFloat(1, 2, 3, 1), 0);
			assertEquals(20, out.getFloat(0, 0, 0, 1), 0);
			assertEquals("ND4J computes on them, too", 2 * 24 / 2 * 10 + 24 * 20 + 10 - 5,
				out.sumNumber().doubleValue(), 1e-4);
			assertFalse(in.wasClosed());
		}
		assertTrue(in.wasClosed());
		assertTrue(out.wasClosed());
	}

	@Test
	public void itIsNeverTakenUnasked() {
		for (final String processor : new String[]{ "amd64", "aarch64", "any" })
			assertFalse(Engines.choose("auto", processor).id().equals("nd4j"));
		final String name = Engines.choose("nd4j", "any").name();
		assertTrue(name, name.matches("ND4J 1\\.0\\.0-M2\\.1 with oneDNN 3\\..*"));
	}

	@Test
	public void anEngineInJavaRefusesOthersMemoryAndGivesItBack() {
		final AtomicBoolean closed = new AtomicBoolean();
		assertThrows(McdUnetException.class,
			() -> Engines.choose("portable", "any").create(new TensorMemory() {

				@Override
				public FloatBuffer allocate(final int n, final int h, final int w, final int c) {
					throw new AssertionError();
				}

				@Override
				public void close() {
					closed.set(true);
				}
			}));
		assertTrue(closed.get());
	}
}
