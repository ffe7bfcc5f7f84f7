package io.github.mcdunet.workflow;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.synthetic.SyntheticCells;
import io.github.mcdunet.evaluation.Overlap;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.TrainingSettings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What marks of one percent of the pixels are worth: three classes of made-up cells, learnt from all
 * pixels and from small dabs at random places, and scored on other pictures.
 * <p>
 * Arguments: draws epochs images size
 */
public final class SparseMarks {

	private static final int TEST = 12;
	private static final double SHARE = 0.01;

	private SparseMarks() {
	}

	public static void main(final String[] args) {
		final int draws = Integer.parseInt(args[0]), epochs = Integer.parseInt(args[1]),
			images = Integer.parseInt(args[2]), size = Integer.parseInt(args[3]);
		System.out.println("draw | marked | Dice of round cells | of rods | mean");
		for (int draw = 1; draw <= draws; draw++) {
			final Dataset all = new SyntheticCells(size).generate(images, draw).withoutObjects();
			final List<LabeledImage> test = new SyntheticCells(size).generate(TEST, 1000 + draw)
				.images();
			for (final boolean sparse : new boolean[]{ false, true }) {
				final UNetModel model = new Training(
					TrainingSettings.defaults().epochs(epochs).seed(draw))
					.run(sparse ? dabs(all, draw) : all, Progress.NONE).model();
				final double round = dice(model, test, SyntheticCells.ROUND),
					rods = dice(model, test, SyntheticCells.ROD);
				System.out.printf(Locale.ROOT, "%d | %s | %.4f | %.4f | %.4f%n", draw,
					sparse ? "1 %" : "all", round, rods, (round + rods) / 2);
			}
		}
	}

	private static double dice(final UNetModel model, final List<LabeledImage> test,
		final byte of) {
		return test.stream()
			.mapToDouble(image -> Overlap
				.of(only(new Predictor(model).run(image.image(), Progress.NONE).mask(0.5), of),
					only(image.labels(), of))
				.dice())
			.average().getAsDouble();
	}

	private static Labels only(final Labels labels, final byte of) {
		final byte[] mask = new byte[labels.size()];
		for (int i = 0; i < mask.length; i++)
			if (labels.classes()[i] == of) mask[i] = 1;
		return Labels.ofClasses(mask, labels.width(), labels.height());
	}

	/** Dabs of 3 x 3 pixels; of those that fall on background, every fourth is kept. */
	private static Dataset dabs(final Dataset all, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final List<LabeledImage> marked = new ArrayList<>();
		for (final LabeledImage image : all.images()) {
			final Labels truth = image.labels();
			final byte[] classes = new byte[truth.size()];
			Arrays.fill(classes, Labels.UNLABELLED);
			for (int n = 0; n < SHARE * classes.length;) {
				final int x = 1 + random.nextInt(truth.width() - 2),
					y = 1 + random.nextInt(truth.height() - 2);
				final byte of = truth.classes()[y * truth.width() + x];
				if (of == Labels.BACKGROUND && random.nextInt(4) > 0) continue;
				for (int k = 0; k < 9; k++) {
					final int i = (y + k / 3 - 1) * truth.width() + x + k % 3 - 1;
					if (truth.classes()[i] != of || classes[i] != Labels.UNLABELLED) continue;
					classes[i] = of;
					n++;
				}
			}
			marked.add(new LabeledImage(image.name(), image.channels(), image.pixels(),
				Labels.ofClasses(classes, truth.width(), truth.height())));
		}
		return new Dataset(marked, all.channelNames(), all.classes());
	}
}
