package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Normalization;
import io.github.mcdunet.dataset.Padding;
import io.github.mcdunet.dataset.Resampling;

import java.util.ArrayList;
import java.util.List;

/** Brings images to the training size and normalises them, as the settings say. */
final class Preparation {

	private final TrainingSettings settings;
	private final int innerWidth;
	private final int innerHeight;
	private final int imageWidth;
	private final int imageHeight;
	private final int alignment;

	/**
	 * @param data the whole dataset, whose first image decides the size where the settings leave it
	 * open
	 */
	Preparation(final TrainingSettings settings, final Dataset data, final int alignment) {
		this(settings, data.get(0).width(), data.get(0).height(), alignment);
	}

	/**
	 * @param width of the first image
	 * @param height of the first image
	 */
	Preparation(final TrainingSettings settings, final int width, final int height,
		final int alignment) {
		this.settings = settings;
		this.alignment = alignment;
		imageWidth = width;
		imageHeight = height;
		innerWidth = settings.trainingSize() > 0 ? settings.trainingSize() : width;
		innerHeight = settings.trainingSize() > 0 ? settings.trainingSize() : height;
	}

	boolean crops() {
		return settings.sizing() == TrainingSettings.Sizing.CROP;
	}

	/** Width of what the network sees, a multiple of the alignment. */
	int width() {
		return aligned(innerWidth);
	}

	/** Height of what the network sees, a multiple of the alignment. */
	int height() {
		return aligned(innerHeight);
	}

	/** Width of what is validated: the whole image where training crops. */
	int validationWidth() {
		return crops() ? aligned(imageWidth) : width();
	}

	/** Height of what is validated. */
	int validationHeight() {
		return crops() ? aligned(imageHeight) : height();
	}

	private int aligned(final int size) {
		return (size + alignment - 1) / alignment * alignment;
	}

	/**
	 * Training images: resized, normalised, padded by reflection; or, for crops, whole and
	 * normalised.
	 */
	List<LabeledImage> training(final Dataset data) {
		final List<LabeledImage> prepared = new ArrayList<>();
		for (final LabeledImage s : data.images())
			prepared.add(crops() ? normalized(s) : padded(normalized(resized(s))));
		return prepared;
	}

	/**
	 * Validation images, of the size in which they are scored: whole, and padded to the alignment.
	 */
	List<LabeledImage> validation(final Dataset data) {
		final List<LabeledImage> prepared = new ArrayList<>();
		for (final LabeledImage s : data.images())
			prepared.add(padded(normalized(crops() ? s : resized(s))));
		return prepared;
	}

	private LabeledImage resized(final LabeledImage s) {
		if (s.width() == innerWidth && s.height() == innerHeight) return s;
		return new LabeledImage(
			s.name(), s.channels(), Resampling.bilinear(s.pixels(), s.channels(), s.height(),
				s.width(), innerHeight, innerWidth),
			Resampling.labels(s.labels(), innerHeight, innerWidth));
	}

	private LabeledImage normalized(final LabeledImage s) {
		final float[] pixels = s.pixels().clone();
		final Normalization n = settings.normalization();
		n.apply(pixels, s.channels(), s.width() * s.height());
		return s.withPixels(pixels);
	}

	private LabeledImage padded(final LabeledImage s) {
		final Padding p = Padding.toMultiple(s.width(), s.height(), alignment);
		if (p.isNone()) return s;
		return new LabeledImage(s.name(), s.channels(), p.pad(s.pixels(), s.channels()),
			p.pad(s.labels()));
	}
}
