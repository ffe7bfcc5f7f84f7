package io.github.mcdunet.evaluation;

import java.util.Arrays;
import java.util.Set;
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
	BOUNDARY_F1("Boundary F1", shape(shape -> shape.boundary().agreement())),
	SURFACE_DISTANCE("Surface distance", shape(shape -> shape.boundary().surfaceDistance())),
	OBJECT_F1("Object F1", shape(shape -> Measure.of(shape.objects().f1()))),
	TRUE_OBJECTS("True objects", shape(shape -> Measure.of(shape.objects().trueObjects()))),
	FOUND_OBJECTS("Found objects", shape(shape -> Measure.of(shape.objects().found()))),
	PREDICTED_OBJECTS("Predicted objects", shape(shape -> Measure.of(shape.objects().predicted()))),
	OBJECT_F1_75("Object F1 at 0.75", shape(shape -> Measure.of(shape.objects().at(0.75).f1()))),
	AVERAGE_PRECISION("AP at 0.5",
		shape(shape -> Measure.of(shape.objects().at(0.5).averagePrecision()))),
	AVERAGE_PRECISION_75("AP at 0.75",
		shape(shape -> Measure.of(shape.objects().at(0.75).averagePrecision()))),
	MEAN_AVERAGE_PRECISION("Mean AP",
		shape(shape -> Measure.of(shape.objects().meanAveragePrecision()))),
	PANOPTIC_QUALITY("Panoptic quality",
		shape(shape -> Measure.of(shape.objects().at(0.5).panopticQuality()))),
	SEGMENTATION_QUALITY("Segmentation quality", shape(shape -> shape.objects().at(0.5).meanIou())),
	SPLIT_OBJECTS("Split objects", shape(shape -> Measure.of(shape.objects().splits()))),
	MERGED_OBJECTS("Merged objects", shape(shape -> Measure.of(shape.objects().merges())));

	private static final Set<Score> COUNTS = Set.of(TRUE_OBJECTS, FOUND_OBJECTS, PREDICTED_OBJECTS,
		SPLIT_OBJECTS, MERGED_OBJECTS);

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
		return COUNTS.contains(this);
	}
}
