package io.github.mcdunet.workflow;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.DataHash;
import io.github.mcdunet.dataset.Dataset;
import io.github.mcdunet.dataset.LabeledImage;

import java.util.ArrayList;
import java.util.List;

/**
 * By what a checkpoint knows its images and masks again: their number, and a hash of pixels and
 * masks. Not the names: an image that is opened a second time may have another title.
 */
final class DataFingerprint {

	private final int images;
	private final String hash;

	DataFingerprint(final int images, final String hash) {
		this.images = images;
		this.hash = hash;
	}

	static DataFingerprint of(final Dataset data) {
		final List<LabeledImage> nameless = new ArrayList<>();
		for (final LabeledImage s : data.samples())
			nameless.add(new LabeledImage("", s.channels(), s.pixels(), s.labels()));
		return new DataFingerprint(data.size(),
			DataHash.sha256(new Dataset(nameless, data.channelNames())));
	}

	int images() {
		return images;
	}

	/** 64 hexadecimal digits. */
	String hash() {
		return hash;
	}

	/** @throws McdUnetException if these are other images or masks */
	void check(final Dataset data) {
		final String advice = " Open the very images and masks that the training began with, in the same order.";
		if (data.size() != images)
			throw new McdUnetException("The training that is to go on had " + images
				+ " images with masks, " + "but here are " + data.size() + "." + advice);
		if (!of(data).hash.equals(hash))
			throw new McdUnetException(
				"These " + images + " images are not those of the training that is to "
					+ "go on: a pixel, a mask or a channel differs, or their order." + advice);
	}
}
