package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;

import java.util.Locale;
import java.util.Optional;

/** Says it when a network finds no object, so that a whole night is not spent on nothing. */
final class NothingLearned {

	/** Dice below the smallest of them is nothing found, above the largest it is something. */
	private static final double LEAST = 0.01, MOST = 0.05;

	/** The epoch at which it is first said, and the fewest epochs that tell anything. */
	private static final int EARLY = 10, FEWEST = 3;

	private final TrainingSettings settings;
	private final double share;
	private final double nothing;

	NothingLearned(final TrainingSettings settings, final Dataset training) {
		this.settings = settings;
		long objects = 0, pixels = 0;
		for (final LabeledImage image : training.images()) {
			objects += image.labels().foreground();
			pixels += image.labels().known();
		}
		share = (double) objects / pixels;
		// NB: pixels chosen at random have a Dice of up to twice the share.
		nothing = Math.max(LEAST, Math.min(MOST, 2.5 * share));
	}

	/** What to say at the end of an epoch. */
	Optional<String> during(final History history) {
		final int n = history.epochs().size();
		return n == Math.max(FEWEST, Math.min(EARLY, settings.epochs() / 2))
			&& n < settings.epochs() && isNothing(history)
				? Optional.of(sentence("Until now the network finds no object", n)
					+ " It may still learn; otherwise stop it.")
				: Optional.empty();
	}

	/** What to say of the model that is kept. */
	Optional<String> after(final History history) {
		return history.epochs().size() >= FEWEST && history.best().validation().dice() < nothing
			? Optional.of(
				sentence("The network has not learned to find any object", history.epochs().size()))
			: Optional.empty();
	}

	private boolean isNothing(final History history) {
		return history.epochs().stream().allMatch(e -> e.validation().dice() < nothing);
	}

	private String sentence(final String what, final int epochs) {
		final String masks = share == 0 ? "the training images' masks have no object; look at them."
			: String.format(Locale.ROOT,
				"objects are %.2g %% of the pixels. Check that the masks belong to the images",
				100 * share)
				+ (settings.sizing() == TrainingSettings.Sizing.RESIZE
					? "; if objects are small, choose a larger training size, or fit by 'Crop', which keeps full resolution"
					: "; if objects are small, cut the images so that there is less background")
				+ (settings.weights() == TrainingSettings.Weights.EQUAL
					? ", let the classes' weights be balanced" : "")
				+ ", and train for more epochs or start from a model that finds such objects.";
		return what + " (validation Dice "
			+ (epochs == 1 ? "about 0" : "about 0 after " + epochs + " epochs") + "): " + masks;
	}
}
