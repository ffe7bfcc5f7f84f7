package io.github.mcdunet.training;

import io.github.mcdunet.dataset.Normalization;

import java.util.function.Consumer;

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

	/** The schedule of the learning rate, from its first value on. */
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

	/** How much the pixels of each class count in the loss. */
	public enum Weights {
		/** All the same (the reference). */
		EQUAL,
		/** Rare classes more, see {@link io.github.mcdunet.network.ClassWeights#balanced}. */
		BALANCED
	}

	// NB: no field changes once "with" has returned
	private int epochs = 120;
	private int batchSize = 2;
	private double learningRate = 5e-3;
	private Schedule schedule = Schedule.COSINE;
	private int patience = 40;
	private double validationFraction = 0.2;
	private int validationSamples = 3;
	private double testFraction = 0.0;
	private long seed = 1;
	private int baseFilters = 8;
	private int depth = 4;
	private double dropoutRate = 0.5;
	private double batchNormMomentum = 0.9;
	private Sizing sizing = Sizing.RESIZE;
	private int trainingSize = 0;
	private boolean augment = true;
	private Normalization normalization = Normalization.percentiles(1, 99.8);
	private boolean separation = false;
	private Weights weights = Weights.EQUAL;

	private TrainingSettings() {
	}

	private TrainingSettings(final TrainingSettings other) {
		epochs = other.epochs;
		batchSize = other.batchSize;
		learningRate = other.learningRate;
		schedule = other.schedule;
		patience = other.patience;
		validationFraction = other.validationFraction;
		validationSamples = other.validationSamples;
		testFraction = other.testFraction;
		seed = other.seed;
		baseFilters = other.baseFilters;
		depth = other.depth;
		dropoutRate = other.dropoutRate;
		batchNormMomentum = other.batchNormMomentum;
		sizing = other.sizing;
		trainingSize = other.trainingSize;
		augment = other.augment;
		normalization = other.normalization;
		separation = other.separation;
		weights = other.weights;
	}

	/**
	 * The reference's recipe where it is right, and what was measured to be better (docs/method.md)
	 * where it is not.
	 */
	public static TrainingSettings defaults() {
		return new TrainingSettings();
	}

	private TrainingSettings with(final Consumer<TrainingSettings> change) {
		final TrainingSettings copy = new TrainingSettings(this);
		change.accept(copy);
		return copy;
	}

	/** At most this many epochs, &gt;= 1. */
	public TrainingSettings epochs(final int n) {
		return with(s -> s.epochs = n);
	}

	public int epochs() {
		return epochs;
	}

	/** Images per step, &gt;= 1; or 0 for what the memory allows, see {@link TrainingFit}. */
	public TrainingSettings batchSize(final int n) {
		return with(s -> s.batchSize = n);
	}

	public int batchSize() {
		return batchSize;
	}

	/** Adam's first step size, &gt; 0. */
	public TrainingSettings learningRate(final double rate) {
		return with(s -> s.learningRate = rate);
	}

	public double learningRate() {
		return learningRate;
	}

	/** How the learning rate changes from epoch to epoch. */
	public TrainingSettings schedule(final Schedule schedule) {
		return with(s -> s.schedule = schedule);
	}

	public Schedule schedule() {
		return schedule;
	}

	/** Stop after this many epochs without a better validation loss; 0 = never stop early. */
	public TrainingSettings patience(final int n) {
		return with(s -> s.patience = n);
	}

	public int patience() {
		return patience;
	}

	/** Share of the images that choose the best epoch, 0..1. */
	public TrainingSettings validationFraction(final double f) {
		return with(s -> s.validationFraction = f);
	}

	public double validationFraction() {
		return validationFraction;
	}

	/**
	 * Monte Carlo samples, with the same dropout masks in each epoch, by which an MC dropout U-Net
	 * is validated; 0 = dropout off. Batch norm's statistics are those of training with dropout on,
	 * so that dropout off is not how the network is used.
	 */
	public TrainingSettings validationSamples(final int n) {
		return with(s -> s.validationSamples = n);
	}

	public int validationSamples() {
		return validationSamples;
	}

	/** Share of the images that are kept out of the training altogether, 0..1. */
	public TrainingSettings testFraction(final double f) {
		return with(s -> s.testFraction = f);
	}

	public double testFraction() {
		return testFraction;
	}

	/** Decides the split, the first weights, the order, the augmentation and the dropout. */
	public TrainingSettings seed(final long seed) {
		return with(s -> s.seed = seed);
	}

	public long seed() {
		return seed;
	}

	/** Filters of the first level. */
	public TrainingSettings baseFilters(final int n) {
		return with(s -> s.baseFilters = n);
	}

	public int baseFilters() {
		return baseFilters;
	}

	/** Number of poolings. */
	public TrainingSettings depth(final int n) {
		return with(s -> s.depth = n);
	}

	public int depth() {
		return depth;
	}

	/** 0 trains a plain U-Net. */
	public TrainingSettings dropoutRate(final double p) {
		return with(s -> s.dropoutRate = p);
	}

	public double dropoutRate() {
		return dropoutRate;
	}

	/** The reference's is 0.99. */
	public TrainingSettings batchNormMomentum(final double m) {
		return with(s -> s.batchNormMomentum = m);
	}

	public double batchNormMomentum() {
		return batchNormMomentum;
	}

	public TrainingSettings sizing(final Sizing sizing) {
		return with(s -> s.sizing = sizing);
	}

	public Sizing sizing() {
		return sizing;
	}

	/**
	 * Side of the training images in pixels; 0 = as large as the first image, each side rounded up
	 * to the network's alignment.
	 */
	public TrainingSettings trainingSize(final int size) {
		return with(s -> s.trainingSize = size);
	}

	public int trainingSize() {
		return trainingSize;
	}

	/** Whether images are flipped and rotated at random. */
	public TrainingSettings augment(final boolean on) {
		return with(s -> s.augment = on);
	}

	public boolean augment() {
		return augment;
	}

	public TrainingSettings normalization(final Normalization n) {
		return with(s -> s.normalization = n);
	}

	public Normalization normalization() {
		return normalization;
	}

	/** Whether the network learns to tell objects that touch apart; labels number objects then. */
	public TrainingSettings separation(final boolean on) {
		return with(s -> s.separation = on);
	}

	public boolean separation() {
		return separation;
	}

	/** How much the pixels of each class count in the loss, in training and validation. */
	public TrainingSettings weights(final Weights w) {
		return with(s -> s.weights = w);
	}

	public Weights weights() {
		return weights;
	}
}
