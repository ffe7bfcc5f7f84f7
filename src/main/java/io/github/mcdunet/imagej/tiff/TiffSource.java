package io.github.mcdunet.imagej.tiff;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a TIFF file, in its byte order, never beyond its end. */
final class TiffSource implements Closeable {

	private static final int HEAD = 8, BIG_HEAD = 16, MAGIC = 42, BIG_MAGIC = 43;

	private final FileChannel channel;
	private final long length;
	private final ByteOrder order;
	private final boolean big;
	private final long first;

	private TiffSource(final FileChannel channel, final ByteOrder order, final boolean big,
		final long first) throws IOException {
		this.channel = channel;
		this.order = order;
		this.big = big;
		this.first = first;
		length = channel.size();
	}

	/** @return empty if the file does not begin as a TIFF does */
	static Optional<TiffSource> open(final Path file) throws IOException {
		final FileChannel channel = FileChannel.open(file);
		try {
			final ByteBuffer head = ByteBuffer
				.allocate((int) Math.min(BIG_HEAD, Math.max(0, channel.size())));
			while (head.hasRemaining() && channel.read(head, head.position()) > 0)
				continue;
			final Optional<TiffSource> source = of(channel, head);
			if (source.isEmpty()) channel.close();
			return source;
		}
		catch (final IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	private static Optional<TiffSource> of(final FileChannel channel, final ByteBuffer head)
		throws IOException {
		if (head.capacity() < HEAD || head.get(0) != head.get(1)
			|| head.get(0) != 'I' && head.get(0) != 'M') return Optional.empty();
		head.order(head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final int magic = head.getShort(2);
		if (magic == MAGIC)
			return Optional
				.of(new TiffSource(channel, head.order(), false, head.getInt(4) & 0xffffffffL));
		return magic == BIG_MAGIC && head.capacity() == BIG_HEAD && head.getShort(4) == 8
			? Optional.of(new TiffSource(channel, head.order(), true, head.getLong(8)))
			: Optional.empty();
	}

	/** Whether addresses have eight bytes: a BigTIFF. */
	boolean isBig() {
		return big;
	}

	ByteOrder order() {
		return order;
	}

	/** Place of the first directory. */
	long first() {
		return first;
	}

	long length() {
		return length;
	}

	/** @throws EOFException if there are not so many bytes at that place */
	ByteBuffer read(final long at, final long n) throws IOException {
		if (at < 0 || n < 0 || n > Integer.MAX_VALUE - 8 || at > length - n)
			throw new EOFException("bytes " + at + " to " + (at + n) + " of " + length);
		final ByteBuffer bytes = ByteBuffer.allocate((int) n).order(order);
		while (bytes.hasRemaining())
			if (channel.read(bytes, at + bytes.position()) < 0) throw new EOFException();
		return bytes.flip();
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
