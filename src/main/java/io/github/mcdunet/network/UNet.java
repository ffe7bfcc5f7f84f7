package io.github.mcdunet.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The topology of the U-Net, told once: which layers there are, in which order, and what each
 * reads. What builds, counts or exports the network is a {@link Visitor}.
 * <p>
 * An encoder has two units per level; between levels, values are dropped (but not at full
 * resolution) and pooled. A decoder has two units per level, of which the first reads the encoder's
 * second of the same level and, up-sampled, what comes from below; values are dropped before the
 * two lowest decoders. One convolution of 1 x 1 gives the logits (see {@link Outputs}).
 */
public final class UNet {

	/**
	 * A convolution of 3 x 3, batch norm and ReLU.
	 *
	 * @param encoder whether it is on the way down, where the bottom belongs to
	 * @param level resolution: its pixels are 2^level image pixels wide
	 * @param number 1 or 2, its place in the block
	 * @param inputs channels that it reads; of a decoder's first unit those of the skip connection,
	 * and after them those from below
	 * @param filters channels that it gives
	 */
	public record Unit(boolean encoder, int level, int number, int inputs, int filters) {

		/** Such as "encoder2". */
		public String block() {
			return (encoder ? "encoder" : "decoder") + level;
		}

		/** The name of one of its arrays, such as "encoder2/conv1/weights". */
		public String array(final String layer, final String array) {
			return block() + "/" + layer + number + "/" + array;
		}

		/** Number of its weights, and of its multiplications per pixel of its level. */
		public long weights() {
			return 9L * inputs * filters;
		}

		/** Values that it gives per pixel of the image. */
		public double values() {
			return UNet.values(filters, level);
		}
	}

	/**
	 * Makes something of each layer.
	 *
	 * @param <T> what stands for a tensor, such as the tensor itself, its name or its size
	 */
	public interface Visitor<T> {

		/** A unit with one input. */
		T unit(Unit unit, T in);

		/**
		 * A decoder's first unit.
		 *
		 * @param skip of the same level
		 * @param low of the level below, to be up-sampled 2 x 2
		 */
		T join(Unit unit, T skip, T low);

		/**
		 * What is passed to the next level, where the skip connection branches off.
		 *
		 * @param skip what {@link #join} will get at the same level
		 */
		default T fork(final int level, final T skip) {
			return skip;
		}

		/** Dropout of values of a level; only if the architecture has any. */
		default T dropout(final int level, final T in) {
			return in;
		}

		/**
		 * Maximum over 2 x 2 pixels.
		 *
		 * @param level of the input
		 */
		default T pool(final int level, final T in) {
			return in;
		}

		/** The last convolution, of 1 x 1, at full resolution. */
		T output(int inputs, int outputs, T in);
	}

	private UNet() {
	}

	/**
	 * Visits each layer after those that it reads.
	 *
	 * @param image stands for the network's input
	 * @return what stands for its logits
	 */
	public static <T> T walk(final Architecture a, final T image, final Visitor<T> visitor) {
		final int depth = a.depth();
		final Deque<T> skips = new ArrayDeque<>();
		T x = image;
		int channels = a.channels();
		for (int level = 0; level <= depth; level++) {
			final int filters = a.filters(level);
			x = visitor.unit(new Unit(true, level, 1, channels, filters), x);
			x = visitor.unit(new Unit(true, level, 2, filters, filters), x);
			channels = filters;
			if (level == depth) break;
			skips.push(x);
			x = visitor.fork(level, x);
			if (a.hasDropout() && level > 0) x = visitor.dropout(level, x);
			x = visitor.pool(level, x);
		}
		for (int level = depth - 1; level >= 0; level--) {
			final int filters = a.filters(level);
			if (a.hasDropout() && level >= depth - 2) x = visitor.dropout(level + 1, x);
			x = visitor.join(new Unit(false, level, 1, filters + channels, filters), skips.pop(),
				x);
			x = visitor.unit(new Unit(false, level, 2, filters, filters), x);
			channels = filters;
		}
		return visitor.output(channels, a.outputs().planes(), x);
	}

	/** All units, in the order of the walk. */
	public static List<Unit> units(final Architecture a) {
		final List<Unit> units = new ArrayList<>();
		walk(a, a, new Visitor<>() {

			@Override
			public Architecture unit(final Unit unit, final Architecture in) {
				units.add(unit);
				return in;
			}

			@Override
			public Architecture join(final Unit unit, final Architecture skip,
				final Architecture low) {
				return unit(unit, low);
			}

			@Override
			public Architecture output(final int inputs, final int outputs, final Architecture in) {
				return in;
			}
		});
		return units;
	}

	/** How many values that many channels of a level have per pixel of the image. */
	static double values(final int channels, final int level) {
		return channels / Math.pow(4, level);
	}
}
