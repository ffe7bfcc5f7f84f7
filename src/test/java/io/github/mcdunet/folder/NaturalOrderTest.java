package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.Test;

public class NaturalOrderTest {

	private static final List<String> ORDERED = List.of("", "1", "02", "2", "10",
		"99999999999999999998", "99999999999999999999", "A", "a", "a0", "a00", "a00b", "a0c", "a1",
		"a1/b", "a1a", "a2", "a10", "a10.tif", "b");

	@Test
	public void numbersCountByTheirValue() {
		final List<String> shuffled = new ArrayList<>(ORDERED);
		for (int seed = 0; seed < 20; seed++) {
			Collections.shuffle(shuffled, new Random(seed));
			shuffled.sort(NaturalOrder.INSTANCE);
			assertEquals(List.of("a1", "a2", "a10"),
				shuffled.stream().filter(s -> s.matches("a[1-9]0?")).toList());
			assertTrue(shuffled.indexOf("99999999999999999998") + 1 == shuffled
				.indexOf("99999999999999999999"));
		}
	}

	/** Names are equal only if they are the same; the order of two is that of three. */
	@Test
	public void itIsAnOrder() {
		for (final String a : ORDERED)
			for (final String b : ORDERED) {
				final int ab = NaturalOrder.INSTANCE.compare(a, b);
				assertEquals(a + ", " + b, a.equals(b), ab == 0);
				assertEquals(a + ", " + b, Integer.signum(ab),
					-Integer.signum(NaturalOrder.INSTANCE.compare(b, a)));
				for (final String c : ORDERED)
					if (ab < 0 && NaturalOrder.INSTANCE.compare(b, c) < 0)
						assertTrue(a + ", " + b + ", " + c,
							NaturalOrder.INSTANCE.compare(a, c) < 0);
			}
	}
}
