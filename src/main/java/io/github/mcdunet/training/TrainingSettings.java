package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Normalization;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that decides how a training runs, but for the data. Immutable: every setter returns a
 * changed copy, as in {@code TrainingSettings.defaults().epochs(120).seed(42)}. Printed whole into
 * the model's manifest.
 */
public final class TrainingSettings {

	/** How images of any size become training input of one size. */
	public enum Sizing {
		/**
		 * Bilinear to size x size (the reference); masks by nearest. Images of that size are taken
		 * as they are.
		 */
		RESIZE,
		/**
		 * A random size x size window of each image in each epoch; smaller images are padded by
		 * reflection.
		 */
		CROP
	}

	/** How the learning rate goes on from its first value. */
	public enum Schedule {
		/** It stays (the reference). */
		CONSTANT,
		/**
		 * It falls to 0 along half a cosine over all epochs (Loshchilov and Hutter 2017,
		 * arXiv:1608.03983, without restarts).
		 */
		COSINE;

		/** @param done share of the training that is done, 0..1 */
		double factor(final double done) {
			return this == CONSTANT ? 1 : 0.5 * (1 + Math.cos(Math.PI * done));
		}
	}

	private final Map<String, Object> values;

	private TrainingSettings(final Map<String, Object> values) {
		this.values = values;
	}

	/**
	 * The reference's recipe where it is right, and what was measured to be better (docs/method.md)
	 * where it is not.
	 */
	public static TrainingSettings defaults() {
		final Map<String, Object> v = new LinkedHashMap<>();
		v.put("epochs", 120);
		v.put("batchSize", 2);
		v.put("learningRate", 5e-3);
		v.put("schedule", Schedule.COSINE);
		v.put("patience", 40);
		v.put("validationFraction", 0.2);
		v.put("validationSamples", 3);
		v.put("testFraction", 0.0);
		v.put("seed", 1L);
		v.put("baseFilters", 8);
		v.put("depth", 4);
		v.put("dropoutRate", 0.5);
		v.put("batchNormMomentum", 0.9);
		v.put("sizing", Sizing.RESIZE);
		v.put("trainingSize", 0);
		v.put("augment", true);
		v.put("normalization", Normalization.percentiles(1, 99.8));
		return new TrainingSettings(v);
	}

	private TrainingSettings with(final String key, final Object value) {
		final Map<String, Object> copy = new LinkedHashMap<>(values);
		copy.put(key, value);
		return new TrainingSettings(copy);
	}

	/** At most this many epochs, &gt;= 1. */
	public TrainingSettings epochs(final int n) {
		return with("epochs", n);
	}

	public int epochs() {
		return (Integer) values.get("epochs");
	}

	/** Images per step, &gt;= 1; or 0 for what the memory allows, see {@link TrainingFit}. */
	public TrainingSettings batchSize(final int n) {
		return with("batchSize", n);
	}

	public int batchSize() {
		return (Integer) values.get("batchSize");
	}

	/** Adam's first step size, &gt; 0. */
	public TrainingSettings learningRate(final double rate) {
		return with("learningRate", rate);
	}

	public double learningRate() {
		return (Double) values.get("learningRate");
	}

	/** How the learning rate changes from epoch to epoch. */
	public TrainingSettings schedule(final Schedule schedule) {
		return with("schedule", schedule);
	}

	public Schedule schedule() {
		return (Schedule) values.get("schedule");
	}

	/** Stop after this many epochs without a better validation loss; 0 = never stop early. */
	public TrainingSettings patience(final int n) {
		return with("patience", n);
	}

	public int patience() {
		return (Integer) values.get("patience");
	}

	/** Share of the images that choose the best epoch, 0..1. */
	public TrainingSettings validationFraction(final double f) {
		return with("validationFraction", f);
	}

	public double validationFraction() {
		return (Double) values.get("validationFraction");
	}

	/**
	 * Monte Carlo samples, with the same dropout masks in each epoch, by which an MC dropout U-Net
	 * is validated; 0 = dropout off. Batch norm's statistics are those of training with dropout on,
	 * so that dropout off is not how the network is used.
	 */
	public TrainingSettings validationSamples(final int n) {
		return with("validationSamples", n);
	}

	public int validationSamples() {
		return (Integer) values.get("validationSamples");
	}

	/** Share of the images that are kept out of the training altogether, 0..1. */
	public TrainingSettings testFraction(final double f) {
		return with("testFraction", f);
	}

	public double testFraction() {
		return (Double) values.get("testFraction");
	}

	/** Decides the split, the first weights, the order, the augmentation and the dropout. */
	public TrainingSettings seed(final long seed) {
		return with("seed", seed);
	}

	public long seed() {
		return (Long) values.get("seed");
	}

	/** Filters of the first level. */
	public TrainingSettings baseFilters(final int n) {
		return with("baseFilters", n);
	}

	public int baseFilters() {
		return (Integer) values.get("baseFilters");
	}

	/** Number of poolings. */
	public TrainingSettings depth(final int n) {
		return with("depth", n);
	}

	public int depth() {
		return (Integer) values.get("depth");
	}

	/** 0 trains a plain U-Net. */
	public TrainingSettings dropoutRate(final double p) {
		return with("dropoutRate", p);
	}

	public double dropoutRate() {
		return (Double) values.get("dropoutRate");
	}

	/** The reference's is 0.99. */
	public TrainingSettings batchNormMomentum(final double m) {
		return with("batchNormMomentum", m);
	}

	public double batchNormMomentum() {
		return (Double) values.get("batchNormMomentum");
	}

	public TrainingSettings sizing(final Sizing sizing) {
		return with("sizing", sizing);
	}

	public Sizing sizing() {
		return (Sizing) values.get("sizing");
	}

	/**
	 * Side of the training images in pixels; 0 = as large as the first image, each side rounded up
	 * to the network's alignment.
	 */
	public TrainingSettings trainingSize(final int size) {
		return with("trainingSize", size);
	}

	public int trainingSize() {
		return (Integer) values.get("trainingSize");
	}

	/** Whether images are flipped and rotated at random. */
	public TrainingSettings augment(final boolean on) {
		return with("augment", on);
	}

	public boolean augment() {
		return (Boolean) values.get("augment");
	}

	public TrainingSettings normalization(final Normalization n) {
		return with("normalization", n);
	}

	public Normalization normalization() {
		return (Normalization) values.get("normalization");
	}

	/**
	 * The settings of which {@link #asText()} made this text. What is not in it, because it was
	 * written before there was such a setting, has its default.
	 *
	 * @throws IllegalArgumentException if there is no such setting or value; the message is a
	 * clause
	 */
	public static TrainingSettings parse(final Map<String, String> text) {
		return new TrainingSettings(SettingsText.parse(text, defaults().values));
	}

	/** All settings by name, as text. */
	public Map<String, String> asText() {
		final Map<String, String> text = new LinkedHashMap<>();
		values.forEach((k, v) -> text.put(k, String.valueOf(v)));
		return text;
	}
}
