package io.github.mcdunet.nd4j;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

public class Nd4jImagesTest {

	/** A value that says where it is. */
	private static int at(final long x, final long y, final long c, final long n) {
		return (int) (x + 10 * y + 100 * c + 1000 * n);
	}

	private static <T extends RealType<T>> Img<T> filled(final Img<T> image) {
		final Cursor<T> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			final T value = cursor.next();
			final int d = image.numDimensions();
			value.setReal(at(cursor.getLongPosition(0), cursor.getLongPosition(1),
				d > 2 ? cursor.getLongPosition(2) : 0, d > 3 ? cursor.getLongPosition(3) : 0));
		}
		return image;
	}

	private static void assertHolds(final INDArray array, final long... shape) {
		assertArrayEquals(shape, array.shape());
		assertEquals(DataType.FLOAT, array.dataType());
		for (long n = 0; n < shape[0]; n++)
			for (long c = 0; c < shape[1]; c++)
				for (long y = 0; y < shape[2]; y++)
					for (long x = 0; x < shape[3]; x++)
						assertEquals(at(x, y, c, n), array.getFloat(n, c, y, x), 0);
	}

	@Test
	public void imagesOfAnyTypeAndLayoutAreCopied() {
		assertHolds(Nd4jImages.copy(filled(ArrayImgs.floats(5, 4, 3, 2))), 2, 3, 4, 5);
		assertHolds(Nd4jImages.copy(filled(PlanarImgs.unsignedShorts(5, 4, 3))), 1, 3, 4, 5);
		assertHolds(Nd4jImages.copy(filled(ArrayImgs.unsignedBytes(5, 4))), 1, 1, 4, 5);
	}

	/** A part of an image whose own origin is elsewhere, and whose axes are swapped. */
	@Test
	public void viewsAreCopiedAsTheyAreSeen() {
		final Img<UnsignedShortType> image = filled(ArrayImgs.unsignedShorts(7, 6, 3));
		final RandomAccessibleInterval<UnsignedShortType> part = Views
			.interval(Views.permute(image, 0, 1), new long[]{ 2, 1, 1 }, new long[]{ 4, 2, 2 });
		final INDArray array = Nd4jImages.copy(part);
		assertArrayEquals(new long[]{ 1, 2, 2, 3 }, array.shape());
		for (int c = 0; c < 2; c++)
			for (int y = 0; y < 2; y++)
				for (int x = 0; x < 3; x++)
					assertEquals(at(y + 1, x + 2, c + 1, 0), array.getFloat(0, c, y, x), 0);
	}

	@Test
	public void aListBecomesABatch() {
		final Img<FloatType> first = filled(ArrayImgs.floats(5, 4, 3)),
			second = filled(ArrayImgs.floats(5, 4, 3));
		second.forEach(value -> value.set(value.get() + 1000));
		assertHolds(Nd4jImages.copy(List.of(first, second)), 2, 3, 4, 5);
		assertSentence("Image 2 is 5 x 4 x 1, but the first is 5 x 4 x 3",
			() -> Nd4jImages.copy(List.of(first, ArrayImgs.floats(5, 4))));
		assertSentence("There is no image", () -> Nd4jImages.copy(List.of()));
	}

	@Test
	public void aCopyLeavesTheImageAlone() {
		final Img<FloatType> image = filled(ArrayImgs.floats(5, 4));
		Nd4jImages.copy(image).addi(1);
		assertEquals(at(3, 2, 0, 0), image.getAt(3, 2).get(), 0);
	}

	@Test
	public void aViewSharesTheMemory() {
		final INDArray array = Nd4j.zeros(DataType.FLOAT, 2, 3, 4, 5);
		final ArrayImg<FloatType, FloatBufferAccess> image = Nd4jImages.view(array);
		assertArrayEquals(new long[]{ 5, 4, 3, 2 }, image.dimensionsAsLongArray());
		filled(image);
		assertHolds(array, 2, 3, 4, 5);
		array.putScalar(new long[]{ 1, 2, 3, 4 }, -7);
		assertEquals(-7, image.getAt(4, 3, 2, 1).get(), 0);
		assertSame("and back", array, Nd4jImages.array(image));
	}

	/** The second image of a batch begins in the middle of the memory. */
	@Test
	public void aPartInOnePieceCanBeViewed() {
		final INDArray batch = Nd4jImages.copy(filled(ArrayImgs.floats(5, 4, 3, 2)));
		final INDArray second = batch.get(NDArrayIndex.point(1), NDArrayIndex.all(),
			NDArrayIndex.all(), NDArrayIndex.all());
		final ArrayImg<FloatType, FloatBufferAccess> image = Nd4jImages.view(second);
		assertArrayEquals(new long[]{ 5, 4, 3 }, image.dimensionsAsLongArray());
		assertEquals(at(4, 3, 2, 1), image.getAt(4, 3, 2).get(), 0);
		image.getAt(0, 0, 0).set(-1);
		assertEquals(-1, batch.getFloat(1, 0, 0, 0), 0);
	}

	@Test
	public void whatCannotBeViewedGetsASentence() {
		final INDArray array = Nd4j.zeros(DataType.FLOAT, 2, 3, 4, 5);
		for (final INDArray other : new INDArray[]{ array.castTo(DataType.DOUBLE), array.dup('f'),
			array.permute(0, 2, 3, 1), array.get(NDArrayIndex.all(), NDArrayIndex.point(0),
				NDArrayIndex.all(), NDArrayIndex.all()) })
			assertSentence("without a copy. Use array.castTo", () -> Nd4jImages.view(other));
		assertSentence("An image with 1 dimensions", () -> Nd4jImages.copy(ArrayImgs.floats(9)));
		assertSentence("An image with 5 dimensions",
			() -> Nd4jImages.copy(ArrayImgs.floats(1, 1, 1, 1, 1)));
	}

	@Test
	public void anImageOutsideOfTheHeapBecomesAnArrayWithoutACopy() {
		final FloatBuffer memory = ByteBuffer.allocateDirect(4 * 120).order(ByteOrder.nativeOrder())
			.asFloatBuffer();
		final ArrayImg<FloatType, FloatBufferAccess> image = ArrayImgs
			.floats(new FloatBufferAccess(memory, true), 5, 4, 3, 2);
		filled(image);
		final INDArray array = Nd4jImages.array(image);
		assertHolds(array, 2, 3, 4, 5);
		array.muli(2);
		assertEquals(2 * at(3, 2, 1, 1), image.getAt(3, 2, 1, 1).get(), 0);
		assertSentence("Java's own memory", () -> Nd4jImages.array(
			ArrayImgs.floats(new FloatBufferAccess(FloatBuffer.allocate(120), true), 5, 4, 3, 2)));
	}

	/** What only the view or only the array holds must not be freed. */
	@Test
	public void theMemoryLivesAsLongAsEitherIsReachable() throws InterruptedException {
		final ArrayImg<FloatType, FloatBufferAccess> image = Nd4jImages
			.view(Nd4jImages.copy(filled(ArrayImgs.floats(50, 40, 3))));
		final Cursor<FloatType> cursor = Nd4jImages
			.view(Nd4jImages.copy(filled(ArrayImgs.floats(50, 40, 3)))).cursor();
		final INDArray array = Nd4jImages.array(direct());
		for (int i = 0; i < 5; i++) {
			System.gc();
			Thread.sleep(20);
			Nd4j.ones(DataType.FLOAT, 1, 3, 40, 50);
		}
		assertEquals(at(49, 39, 2, 0), image.getAt(49, 39, 2, 0).get(), 0);
		cursor.jumpFwd(50 * 40 + 52);
		assertEquals(at(1, 1, 1, 0), cursor.get().get(), 0);
		assertEquals(at(4, 3, 2, 1), array.getFloat(1, 2, 3, 4), 0);
	}

	private static ArrayImg<FloatType, FloatBufferAccess> direct() {
		final ArrayImg<FloatType, FloatBufferAccess> image = ArrayImgs.floats(new FloatBufferAccess(
			ByteBuffer.allocateDirect(480).order(ByteOrder.nativeOrder()).asFloatBuffer(), true), 5,
			4, 3, 2);
		filled(image);
		return image;
	}

	/** DL4J trains inside of workspaces, whose memory is used anew at each step. */
	@Test
	public void aCopyLiesInNoWorkspace() {
		try (MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace(
			WorkspaceConfiguration.builder().initialSize(1 << 20).build(), "test")) {
			assertTrue(Nd4j.create(DataType.FLOAT, 3).isAttached());
			assertFalse(Nd4jImages.copy(ArrayImgs.floats(5, 4)).isAttached());
		}
	}

	private static void assertSentence(final String part, final ThrowingRunnable action) {
		final String message = assertThrows(McdUnetException.class, action).getMessage();
		assertTrue(message, message.contains(part));
	}
}
