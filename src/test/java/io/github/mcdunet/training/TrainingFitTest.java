package io.github.mcdunet.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.InferenceGraph;
import io.github.mcdunet.network.TrainingGraph;

import org.junit.Test;

public class TrainingFitTest {

	private static final Architecture NETWORK = Architecture.reference(1);
	private static final double LEARN = TrainingGraph.bytesPerPixel(NETWORK);
	private static final double PREDICT = InferenceGraph.bytesPerPixel(NETWORK);
	private static final TrainingSettings OPEN = TrainingSettings.defaults().batchSize(0);

	private static TrainingFit fit(final TrainingSettings settings, final double bytes) {
		return new TrainingFit(settings, NETWORK, 2000, 1600, (long) Math.ceil(bytes));
	}

	@Test
	public void twoImagesAtATimeIfThereIsRoomElseOne() {
		final double area = 2000 * 1600;
		final TrainingFit two = fit(OPEN, area * (2 * LEARN + PREDICT));
		assertEquals(2, two.settings().batchSize());
		assertFalse(two.notice().isPresent());
		final TrainingFit one = fit(OPEN, area * (2 * LEARN + PREDICT) - 2);
		assertEquals(1, one.settings().batchSize());
		assertEquals(0, one.settings().trainingSize());
		assertTrue(one.notice().get().contains("one image at a time"));
	}

	@Test
	public void windowsIfNotEvenOneWholeImageHasRoom() {
		final TrainingFit windows = fit(OPEN, 2000 * 1600 * PREDICT + 768 * 768 * 2 * LEARN);
		assertEquals(2, windows.settings().batchSize());
		assertEquals(768, windows.settings().trainingSize());
		assertEquals(TrainingSettings.Sizing.CROP, windows.settings().sizing());
		assertTrue(windows.notice().get().contains("windows of 768 x 768 pixels, 2 at a time"));
	}

	@Test
	public void whatAPersonChoseStays() {
		final TrainingSettings chosen = OPEN.batchSize(3).trainingSize(512);
		assertEquals(SettingsText.of(chosen), SettingsText.of(fit(chosen, 1e12).settings()));
		assertEquals(SettingsText.of(chosen), SettingsText.of(fit(chosen, 1).settings()));
		assertEquals(3, fit(OPEN.batchSize(3), 2000 * 1600 * PREDICT + 256 * 256 * 3 * LEARN)
			.settings().batchSize());
	}

	@Test
	public void nothingFitsIsLeftToTheCheck() {
		assertEquals(1, fit(OPEN, 1).settings().batchSize());
		assertEquals(0, fit(OPEN, 1).settings().trainingSize());
	}

	/** Validation sees whole images even where training crops. */
	@Test
	public void memoryOfCropsCountsWholeImages() {
		final TrainingSettings crops = OPEN.batchSize(1).trainingSize(256)
			.sizing(TrainingSettings.Sizing.CROP);
		assertEquals(256 * 256 * LEARN + 2000 * 1600 * PREDICT,
			TrainingMemory.of(crops, NETWORK, 2000, 1600).bytes(), 1);
	}
}
