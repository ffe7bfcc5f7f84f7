package io.github.mcdunet.training;

import io.github.mcdunet.network.Architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides what settings leave open by the memory there is: a batch size of 0 becomes 2, which is
 * the tested recipe, or 1; where not even one whole image fits and the training size is open too,
 * the network learns from windows of the images.
 */
public final class TrainingFit {

	private static final List<Integer> BATCHES = List.of(2, 1);

	/** Sides of windows to try, from the largest; smaller ones show too little of an image. */
	private static final int[] WINDOWS = { 1024, 768, 512, 384, 256 };

	private final TrainingSettings wanted;
	private final Architecture architecture;
	private final int width;
	private final int height;
	private final long available;
	private final TrainingSettings settings;

	/**
	 * @param width of the first image, in pixels
	 * @param height of the first image, in pixels
	 * @param available bytes
	 */
	public TrainingFit(final TrainingSettings wanted, final Architecture architecture,
		final int width, final int height, final long available) {
		this.wanted = wanted;
		this.architecture = architecture;
		this.width = width;
		this.height = height;
		this.available = available;
		settings = whole().or(this::windows).orElseGet(this::smallest);
	}

	/**
	 * With a batch size of at least 1. If nothing fits, the smallest that was tried:
	 * {@link TrainingMemory#check} refuses it.
	 */
	public TrainingSettings settings() {
		return settings;
	}

	/** What is other than usual because memory is short, in a sentence. */
	public Optional<String> notice() {
		if (settings.trainingSize() != wanted.trainingSize())
			return Optional
				.of("Whole images do not fit into memory: the network learns from windows of "
					+ settings.trainingSize() + " x " + settings.trainingSize() + " pixels, "
					+ settings.batchSize() + " at a time.");
		return wanted.batchSize() == 0 && settings.batchSize() < BATCHES.get(0)
			? Optional
				.of("Memory is short: the network learns from one image at a time instead of two.")
			: Optional.empty();
	}

	private Optional<TrainingSettings> whole() {
		return batches().map(wanted::batchSize).filter(this::fits).findFirst();
	}

	/** NB: two small windows at a time before a large one. */
	private Optional<TrainingSettings> windows() {
		if (wanted.trainingSize() > 0) return Optional.empty();
		return batches()
			.flatMap(batch -> windowSides().mapToObj(side -> wanted.batchSize(batch)
				.trainingSize(side).sizing(TrainingSettings.Sizing.CROP)))
			.filter(this::fits).findFirst();
	}

	private Stream<Integer> batches() {
		return wanted.batchSize() > 0 ? Stream.of(wanted.batchSize()) : BATCHES.stream();
	}

	private IntStream windowSides() {
		return IntStream.of(WINDOWS).filter(side -> side < Math.min(width, height));
	}

	private boolean fits(final TrainingSettings candidate) {
		return TrainingMemory.of(candidate, architecture, width, height).bytes() <= available;
	}

	private TrainingSettings smallest() {
		return wanted.batchSize() > 0 ? wanted : wanted.batchSize(1);
	}
}
