package io.github.mcdunet.network.file;

import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.SmallModels;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.Test;

/**
 * Chance damage: whatever happens to a file, it is refused with a sentence or it is still the same
 * model.
 */
public class ModelMutationTest extends WrittenModel {

	@Test(timeout = 300_000)
	public void randomMutationsGiveAnErrorOrTheSameModel() throws IOException {
		final Random random = new Random(20260);
		int refused = 0;
		for (int i = 0; i < 400; i++) {
			Files.write(file, mutated(random, i % 5));
			try {
				SmallModels.assertSame(SmallModels.counted(), ModelFile.read(file));
			}
			catch (final McdUnetException e) {
				assertTrue(e.getMessage().contains("worms.mcdunet.zip"));
				refused++;
			}
		}
		assertTrue(refused + " of 400", refused > 250);
	}

	private byte[] mutated(final Random random, final int kind) throws IOException {
		byte[] bytes = good.clone();
		final int tail = Math.max(0, good.length - 300);
		switch (kind) {
			case 0 :
				for (int k = random.nextInt(4); k >= 0; k--)
					bytes[random.nextInt(bytes.length)] ^= 1 << random.nextInt(8);
				return bytes;
			case 1 : // in the directory at the end, which is all structure
				bytes[tail + random.nextInt(bytes.length - tail)] = (byte) random.nextInt(256);
				return bytes;
			case 2 :
				return Arrays.copyOf(bytes, random.nextInt(bytes.length));
			case 3 :
				bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
				for (int k = good.length; k < bytes.length; k++)
					bytes[k] = (byte) random.nextInt(256);
				return bytes;
			default :
				return swapped(random);
		}
	}

	/** The same parts in another order, with two contents exchanged half of the time. */
	private byte[] swapped(final Random random) throws IOException {
		final List<String> names = new ArrayList<>(parts.keySet());
		Collections.shuffle(names, random);
		final Map<String, byte[]> shuffled = new LinkedHashMap<>();
		for (final String name : names)
			shuffled.put(name, parts.get(name));
		if (random.nextBoolean()) {
			shuffled.put(names.get(0), parts.get(names.get(1)));
			shuffled.put(names.get(1), parts.get(names.get(0)));
		}
		return Archive.stored(shuffled);
	}
}
