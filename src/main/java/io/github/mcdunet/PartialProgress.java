package io.github.mcdunet;

/** The progress of one of several equal parts, told as a part of the whole. */
final class PartialProgress implements Progress {

	private static final int RESOLUTION = 1000;

	private final Progress whole;
	private final int part;
	private final int parts;

	PartialProgress(final Progress whole, final int part, final int parts) {
		this.whole = whole;
		this.part = part;
		this.parts = parts;
	}

	@Override
	public void report(final String stage, final long done, final long total) {
		whole.report(parts == 1 ? stage : "Image " + (part + 1) + " of " + parts,
			part * (long) RESOLUTION + done * RESOLUTION / Math.max(1, total),
			(long) parts * RESOLUTION);
	}

	@Override
	public void message(final String line) {
		whole.message(line);
	}

	@Override
	public void warn(final String sentence) {
		whole.warn(sentence);
	}

	@Override
	public boolean isCanceled() {
		return whole.isCanceled();
	}
}
