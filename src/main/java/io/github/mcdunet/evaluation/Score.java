package io.github.mcdunet.evaluation;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What a mask is scored by against the truth: the columns of an evaluation. The labels stand in
 * people's macros: never change one.
 */
public enum Score {
	DICE("Dice", image -> Measure.of(image.overlap().dice())),
	IOU("IoU", image -> Measure.of(image.overlap().iou())),
	PRECISION("Precision", image -> Measure.of(image.overlap().precision())),
	RECALL("Recall", image -> Measure.of(image.overlap().recall())),
	BOUNDARY_F1("Boundary F1", shape(shape -> Measure.of(shape.boundary().f1()))),
	SURFACE_DISTANCE("Surface distance", shape(shape -> shape.boundary().surfaceDistance())),
	OBJECT_F1("Object F1", shape(shape -> Measure.of(shape.objects().f1()))),
	TRUE_OBJECTS("True objects", shape(shape -> Measure.of(shape.objects().trueObjects()))),
	FOUND_OBJECTS("Found objects", shape(shape -> Measure.of(shape.objects().found())));

	private final String label;
	private final Function<ImageScore, Measure> measure;

	Score(final String label, final Function<ImageScore, Measure> measure) {
		this.label = label;
		this.measure = measure;
	}

	private static Function<ImageScore, Measure> shape(
		final Function<ShapeScore, Measure> measure) {
		return image -> image.shape().map(measure).orElseGet(() -> Measure.none("The size of '"
			+ image.name() + "' is not known, so its outlines and objects are not compared."));
	}

	/** Heading of its column. */
	public String label() {
		return label;
	}

	/** The score of a heading. */
	public static Score labeled(final String label) {
		return Arrays.stream(values()).filter(score -> score.label.equals(label)).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No score is called '" + label + "'"));
	}

	/** None where the image has no such number. */
	public Measure of(final ImageScore image) {
		return measure.apply(image);
	}

	/** Whether it needs to know which pixels are neighbours. */
	boolean isOfShape() {
		return ordinal() >= BOUNDARY_F1.ordinal();
	}

	boolean isCount() {
		return this == TRUE_OBJECTS || this == FOUND_OBJECTS;
	}
}
