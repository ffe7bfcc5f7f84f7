package io.github.mcdunet.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.augment.MaskOffset;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.network.Adam;
import io.github.mcdunet.network.Architecture;
import io.github.mcdunet.network.Parameters;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.network.file.Checkpoint;
import io.github.mcdunet.training.BatchSizes;
import io.github.mcdunet.training.HistoryText;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.training.TrainingState;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

public class TrainingTextTest {

	private static final Parameters PARAMETERS = new Parameters(
		Architecture.reference(1).baseFilters(1).depth(1));
	private static final List<String> HISTORY = List.of(
		"epoch,acc,loss,dice,val_acc,val_loss,val_dice,seconds", "1,0.5,0.7,0.25,0.5,0.7,0.5,1.5",
		"2,0.5,0.1,0.3333333333333333,0.5,0.7,0.5,1.0");

	/** As the first versions wrote it: nothing of it may change. */
	private static final String CHECKPOINT = """
		settings.epochs=120
		settings.batchSize=2
		settings.learningRate=0.005
		settings.schedule=COSINE
		settings.patience=40
		settings.validationFraction=0.2
		settings.validationSamples=3
		settings.testFraction=0.0
		settings.seed=1
		settings.baseFilters=8
		settings.depth=4
		settings.dropoutRate=0.5
		settings.batchNormMomentum=0.9
		settings.sizing=RESIZE
		settings.trainingSize=0
		settings.augment=true
		settings.normalization=percentiles 1.0 .. 99.8
		start=another model
		start.sha256=abc
		data.images=4
		data.sha256=def
		split.training=0 2
		split.validation=3
		split.test=
		steps=7
		batchSizes=2; 1 from epoch 2
		maskOffset=0.5 -0.25
		""";

	private static Map<String, String> entries() {
		final Map<String, String> entries = new LinkedHashMap<>();
		CHECKPOINT.lines().forEach(
			line -> entries.put(line.substring(0, line.indexOf('=')), line.split("=", 2)[1]));
		return entries;
	}

	private static Checkpoint checkpoint(final Map<String, String> entries) {
		return new Checkpoint(
			new UNetModel(PARAMETERS, Normalization.maximum(), List.of("gray"),
				PixelSize.UNCALIBRATED, Map.of(), HISTORY),
			PARAMETERS, new Adam(PARAMETERS), entries);
	}

	@Test
	public void aCheckpointIsWrittenAsItAlwaysWas() {
		final TrainingPlan plan = new TrainingPlan(TrainingSettings.defaults(), Optional.of("abc"),
			4, "def", new Split(List.of(0, 2), List.of(3), List.of()));
		final TrainingState state = new TrainingState(PARAMETERS, PARAMETERS, new Adam(PARAMETERS),
			HistoryText.parse(HISTORY), 7, Optional.of(new MaskOffset(0.5, -0.25)),
			BatchSizes.parse("2; 1 from epoch 2"));
		final StringBuilder text = new StringBuilder();
		TrainingText.checkpoint(plan, state)
			.forEach((k, v) -> text.append(k).append('=').append(v).append('\n'));
		assertEquals(CHECKPOINT, text.toString());
		assertEquals(HISTORY, HistoryText.exact(state.history()));
	}

	@Test
	public void andReadBack() {
		final TrainingPlan plan = TrainingText.plan(entries());
		assertEquals(Optional.of("abc"), plan.start());
		assertEquals(4, plan.images());
		assertEquals("def", plan.dataHash());
		assertEquals(List.of(0, 2), plan.split().training());
		assertEquals(List.of(3), plan.split().validation());
		assertEquals(List.of(), plan.split().test());
		final TrainingState state = TrainingText.state(checkpoint(entries()));
		assertEquals(7, state.steps());
		assertEquals("2; 1 from epoch 2", state.batchSizes().toString());
		assertEquals(0.5, state.maskOffset().get().x(), 0);
		assertEquals(-0.25, state.maskOffset().get().y(), 0);
		assertEquals(1 / 3.0, state.history().epochs().get(1).training().dice(), 0);
		assertEquals(entries(), TrainingText.checkpoint(plan, state));
	}

	@Test
	public void olderOnesLackWhatWasNotKnown() {
		final Map<String, String> old = entries();
		old.remove("batchSizes");
		old.remove("maskOffset");
		old.remove("start.sha256");
		old.put("start", "random weights");
		old.remove("settings.schedule");
		assertEquals(Optional.empty(), TrainingText.plan(old).start());
		assertEquals(TrainingSettings.Schedule.COSINE,
			TrainingText.plan(old).settings().schedule());
		assertTrue(TrainingText.state(checkpoint(old)).maskOffset().isEmpty());
	}

	@Test
	public void impossibleOffsetsAreRefused() {
		for (final String offset : List.of("1", "1 x", "1 2 3", "NaN 0", "1e9 0")) {
			final Map<String, String> bad = entries();
			bad.put("maskOffset", offset);
			assertThrows(offset, IllegalArgumentException.class,
				() -> TrainingText.state(checkpoint(bad)));
		}
	}
}
