package io.github.mcdunet.network.portable;

/**
 * How a tensor's rows and channels are cut into tasks: bands of rows that fit the cache, and blocks
 * of channels if bands are few.
 */
final class Bands {

	private static final int PIXELS = 1024;
	private static final int ENOUGH = 16;
	private static final int BLOCK = 16;

	private final int height;
	private final int rows;
	private final int perImage;
	private final int block;
	private final int blocks;
	private final int tasks;

	/** @param channels output channels */
	Bands(final int images, final int height, final int stride, final int channels) {
		this.height = height;
		rows = Math.max(1, Math.min(height, PIXELS / stride));
		perImage = (height + rows - 1) / rows;
		block = images * perImage >= ENOUGH ? channels : Math.min(channels, BLOCK);
		blocks = (channels + block - 1) / block;
		tasks = images * perImage * blocks;
	}

	int tasks() {
		return tasks;
	}

	/** Most rows of a task. */
	int rows() {
		return rows;
	}

	/** Most channels of a task. */
	int block() {
		return block;
	}

	int image(final int task) {
		return task / blocks / perImage;
	}

	int firstRow(final int task) {
		return task / blocks % perImage * rows;
	}

	int rows(final int task) {
		return Math.min(rows, height - firstRow(task));
	}

	int firstChannel(final int task) {
		return task % blocks * block;
	}
}
