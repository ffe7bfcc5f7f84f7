package io.github.mcdunet.training;

import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.augment.Augmentation;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;

import io.github.mcdunet.network.Outputs;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

import org.junit.Test;

/** What fails in the thread that draws and augments batches fails the training, as itself. */
public class BatchSourceTest {

	/** Images of which the third, whichever it is, cannot be had. */
	private static List<LabeledImage> failing(final Throwable failure) {
		return new AbstractList<>() {

			private int asked;

			@Override
			public LabeledImage get(final int i) {
				if (++asked > 2 && failure instanceof Error) throw (Error) failure;
				if (asked > 2) throw (RuntimeException) failure;
				return new LabeledImage("s", 1, new float[256],
					Labels.ofMask(new byte[256], 16, 16));
			}

			@Override
			public int size() {
				return 4;
			}
		};
	}

	private static void assertTold(final Throwable failure) {
		try (BatchSource source = new BatchSource(failing(failure), Outputs.BINARY, 1, 16, 16,
			false, Augmentation.none(), 1, 0)) {
			source.next();
			source.next();
			assertSame(failure, assertThrows(failure.getClass(), source::next));
			assertTrue(Arrays.stream(Thread.getAllStackTraces().keySet().toArray(new Thread[0]))
				.anyMatch(t -> t.getName().equals("MC Dropout U-Net augmentation")));
		}
	}

	@Test
	public void failuresInTheBackgroundReachTheTraining() {
		assertTold(new IllegalStateException("the file is gone"));
		assertTold(new OutOfMemoryError("Java heap space"));
		assertTold(new StackOverflowError());
	}
}
