package io.github.mcdunet.folder;

import io.github.mcdunet.io.MemoryBudget;
import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.forecast.TimeLeft;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/**
 * Does one job after another, and continues when one fails. Reports progress and the time left by
 * the jobs' sizes.
 */
final class JobSequence {

	/** One of the jobs. */
	public interface Job {

		/** Tells this job from the others, such as a file's name. */
		String name();

		/** How much work it is, &gt;= 1, in the same unit as the other jobs', such as pixels. */
		long size();

		/**
		 * Does the work, whole or not at all.
		 *
		 * @throws McdUnetException if it cannot be done; the others can
		 * @throws CancellationException if canceled
		 */
		void run(Progress progress);
	}

	/** Hears of the jobs that failed, as soon as they do. */
	@FunctionalInterface
	public interface Failures {

		/** @param reason one or two sentences in a biologist's words */
		void add(String job, String reason);
	}

	private static final double NANOS = 1e-9;

	private final LongSupplier clock;

	public JobSequence() {
		this(System::nanoTime);
	}

	/** @param clock in nanoseconds, from any moment */
	JobSequence(final LongSupplier clock) {
		this.clock = clock;
	}

	/**
	 * Runs all jobs in their order. Bugs and too little memory fail their job only; the first bug
	 * is thrown in the end.
	 *
	 * @throws CancellationException if canceled; what is done stays done
	 */
	public void run(final List<? extends Job> jobs, final Failures failures,
		final Progress progress) {
		final Run run = new Run(jobs, progress);
		RuntimeException bug = null;
		for (final Job job : jobs) {
			progress.checkCanceled();
			run.report(0);
			try {
				job.run(run);
			}
			catch (final CancellationException e) {
				throw e;
			}
			catch (final McdUnetException e) {
				// NB: whoever cancels while a file is read makes it unreadable.
				progress.checkCanceled();
				failures.add(job.name(), e.getMessage());
			}
			catch (final OutOfMemoryError e) {
				failures.add(job.name(),
					MemoryBudget.tooLittle("for it (" + e.getMessage() + ")", "cut it into parts"));
			}
			catch (final RuntimeException e) {
				failures.add(job.name(), "It ran into a fault of the program (" + e + ").");
				if (bug == null) bug = e;
			}
			run.next(job);
		}
		if (bug != null) throw bug;
	}

	/** The progress of the running job, told as a part of the whole. */
	private final class Run implements Progress {

		private final List<? extends Job> jobs;
		private final Progress whole;
		private final long start = clock.getAsLong();
		private final long total;
		private long finished;
		private int index;

		Run(final List<? extends Job> jobs, final Progress whole) {
			this.jobs = jobs;
			this.whole = whole;
			total = Math.max(1, jobs.stream().mapToLong(Job::size).sum());
		}

		void next(final Job job) {
			finished += job.size();
			index++;
		}

		@Override
		public void report(final String stage, final long done, final long ofTotal) {
			report((double) done / Math.max(1, ofTotal));
		}

		/** @param fraction of the running job, 0..1 */
		void report(final double fraction) {
			final Job job = jobs.get(index);
			final double done = finished + fraction * job.size();
			final String left = TimeLeft.of((clock.getAsLong() - start) * NANOS, done / total);
			whole.report("Image " + (index + 1) + " of " + jobs.size() + " (" + job.name() + ")"
				+ (left.isEmpty() ? "" : ", " + left), (long) done, total);
		}

		@Override
		public void message(final String line) {
			whole.message(line);
		}

		@Override
		public boolean isCanceled() {
			return whole.isCanceled();
		}
	}
}
