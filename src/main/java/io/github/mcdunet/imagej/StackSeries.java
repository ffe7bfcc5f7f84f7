package io.github.mcdunet.imagej;

import ij.ImagePlus;

import io.github.mcdunet.dataset.ImageSeries;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** The images of a stack. The last one is kept, so that a virtual stack reads each once. */
final class StackSeries implements ImageSeries {

	private final ImagePlus stack;
	private final List<String> names;
	private int last = -1;
	private RandomAccessibleInterval<FloatType> kept;

	StackSeries(final ImagePlus stack) {
		this.stack = stack;
		names = ImageStacks.names(stack);
	}

	@Override
	public int size() {
		return names.size();
	}

	@Override
	public int channels() {
		return ImageStacks.isRgb(stack) ? 3 : stack.getNChannels();
	}

	@Override
	public String name(final int i) {
		return names.get(i);
	}

	@Override
	public synchronized RandomAccessibleInterval<FloatType> image(final int i) {
		if (i != last) kept = Planes.of(stack, i);
		last = i;
		return kept;
	}

	@Override
	public boolean isOnDisk() {
		return stack.getStack().isVirtual();
	}
}
