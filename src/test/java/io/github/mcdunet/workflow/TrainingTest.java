package io.github.mcdunet.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.PixelSize;
import io.github.mcdunet.dataset.Split;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public class TrainingTest {

	private static final TrainingSettings QUICK = TrainingSettings.defaults().epochs(1)
		.baseFilters(2).depth(2).seed(3).validationFraction(0.34);

	private final Dataset worms = new SyntheticWorms(48).generate(3, 1);

	@Test
	public void theModelHoldsWhatIsNeededToUseAndRepeatIt() {
		final UNetModel m = new Training(QUICK).pixelSize(new PixelSize(0.5, 0.5, "micron"))
			.run(worms, Progress.NONE).model();
		assertEquals(2, m.architecture().channels());
		assertEquals(worms.channelNames(), m.channelNames());
		assertEquals("micron", m.pixelSize().unit());
		assertEquals(2, m.history().size());
		assertEquals("3", m.manifest().get("settings.seed"));
		assertEquals(64, m.manifest().get("data.sha256").length());
		final Split split = new Training(QUICK).split(worms);
		assertEquals(worms.get(split.validation().get(0)).name(),
			m.manifest().get("split.validation"));
	}

	@Test
	public void fineTuningStartsFromTheGivenWeights() {
		final UNetModel first = new Training(QUICK).run(worms, Progress.NONE).model();
		final UNetModel second = new Training(QUICK.learningRate(1e-12).baseFilters(8))
			.startFrom(first).run(worms, Progress.NONE).model();
		assertEquals(2, second.architecture().baseFilters());
		assertArrayEquals(first.parameters().get("encoder0/conv1/weights"),
			second.parameters().get("encoder0/conv1/weights"), 1e-9f);
	}

	@Test
	public void badDataGetsASentence() {
		final LabeledImage s = worms.get(0);
		final LabeledImage empty = new LabeledImage("empty", 2, s.pixels(),
			Labels.ofMask(new byte[48 * 48], 48, 48));
		assertSentence(List.of(empty, empty, empty), "None of the 3 masks");
		final float[] broken = s.pixels().clone();
		broken[100] = Float.POSITIVE_INFINITY;
		assertSentence(List.of(s, new LabeledImage("broken", 2, broken, s.labels()), s), "broken");
		assertSentence(
			List.of(s, new LabeledImage("flat", 2, new float[2 * 48 * 48], s.labels()), s), "flat",
			"same value");
		assertSentence(List.of(s, new LabeledImage("tiny", 2, new float[2 * 3 * 48],
			Labels.ofMask(new byte[3 * 48], 3, 48)), s), "tiny");
		assertSentence(List.of(s), "two");
		final LabeledImage one = new LabeledImage("one channel", 1, new float[48 * 48], s.labels());
		assertSentence(List.of(s, one), "one channel");
	}

	@Test
	public void noForegroundInTheTrainingPartGetsASentence() {
		final Split split = new Training(QUICK).split(worms);
		final List<LabeledImage> samples = new ArrayList<>();
		for (int i = 0; i < worms.size(); i++)
			samples
				.add(split.validation().contains(i) ? worms.get(i) : new LabeledImage("empty " + i,
					2, worms.get(i).pixels(), Labels.ofMask(new byte[48 * 48], 48, 48)));
		assertSentence(samples, "chosen to learn from");
	}

	@Test
	public void aModelOfOtherChannelsCannotBeTheStart() {
		final UNetModel two = new Training(QUICK).run(worms, Progress.NONE).model();
		final List<LabeledImage> gray = new ArrayList<>();
		for (final LabeledImage s : worms.images())
			gray.add(new LabeledImage(s.name(), 1, java.util.Arrays.copyOf(s.pixels(), 48 * 48),
				s.labels()));
		final String message = assertThrows(McdUnetException.class, () -> new Training(QUICK)
			.startFrom(two).run(new Dataset(gray, List.of("gray")), Progress.NONE)).getMessage();
		assertTrue(message, message.contains("2 channels") && message.contains("have 1"));
	}

	private static void assertSentence(final List<LabeledImage> samples, final String... words) {
		final String message = assertThrows(McdUnetException.class,
			() -> new Training(QUICK).run(new Dataset(samples, List.of("a", "b")), Progress.NONE))
			.getMessage();
		for (final String word : words)
			assertTrue(message, message.contains(word));
	}
}
