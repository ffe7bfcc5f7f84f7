package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.junit.Test;

public class JobSequenceTest {

	private final List<String> log = new ArrayList<>();
	private long seconds;

	private JobSequence.Job job(final String name, final long size, final Consumer<Progress> work) {
		return new JobSequence.Job() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public long size() {
				return size;
			}

			@Override
			public void run(final Progress progress) {
				work.accept(progress);
				log.add("ran " + name);
			}
		};
	}

	private void run(final List<JobSequence.Job> jobs, final Progress progress) {
		new JobSequence(() -> seconds * 1_000_000_000).run(jobs,
			(name, reason) -> log.add(name + ": " + reason), progress);
	}

	@Test
	public void oneThatFailsDoesNotStopTheOthers() {
		run(List.of(job("a", 1, p -> {
			throw new McdUnetException("It is bad.");
		}), job("b", 1, p -> {
			throw new OutOfMemoryError("heap");
		}), job("c", 1, p -> {
		})), Progress.NONE);
		assertEquals("a: It is bad.", log.get(0));
		assertTrue(log.get(1),
			log.get(1).startsWith("b: There is too little memory for it (heap)."));
		assertEquals("ran c", log.get(2));
		assertEquals(3, log.size());
	}

	@Test
	public void aBugIsThrownWhenTheOthersAreDone() {
		final IllegalStateException bug = new IllegalStateException("a bug");
		assertSame(bug,
			assertThrows(IllegalStateException.class, () -> run(List.of(job("a", 1, p -> {
				throw bug;
			}), job("b", 1, p -> {
			})), Progress.NONE)));
		assertTrue(log.get(0), log.get(0).startsWith("a: ") && log.get(0).contains("a bug"));
		assertEquals("ran b", log.get(1));
	}

	@Test
	public void aCancelStopsAtOnce() {
		assertThrows(CancellationException.class, () -> run(List.of(job("a", 1, p -> {
		}), job("b", 1, p -> {
			throw new CancellationException("stop");
		}), job("c", 1, p -> {
		})), Progress.NONE));
		assertEquals(List.of("ran a"), log);
	}

	/**
	 * A job of 30 and one of 10; after 60 s the first is done to a third: 10 of 40, so three times
	 * as long is left.
	 */
	@Test
	public void timeLeftByTheJobsSizes() {
		final List<String> reports = new ArrayList<>();
		run(List.of(job("a", 30, p -> {
			seconds = 60;
			p.report("inside", 1, 3);
			seconds = 90;
		}), job("b", 10, p -> p.report("inside", 1, 2))),
			(stage, done, total) -> reports.add(stage + " | " + done + "/" + total));
		assertEquals(
			List.of("Image 1 of 2 (a) | 0/40", "Image 1 of 2 (a), about 3 min left | 10/40",
				"Image 2 of 2 (b), about 1 min left | 30/40",
				"Image 2 of 2 (b), less than a minute left | 35/40"),
			reports);
	}
}
