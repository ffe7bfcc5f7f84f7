package io.github.mcdunet.dataset;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.MaskStatistics.Kind;
import io.github.mcdunet.io.NumberText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the values of a set of masks mean, decided once for all of them: above 0 is object; or, in
 * soft masks, one half of full scale and more; or, where larger values are shown darker, the other
 * way round if that makes the smaller part the objects. Immutable.
 */
public final class MaskMeaning {

	private static final double HALF = 0.5;

	private final List<MaskStatistics> masks;
	private final float max;
	private final boolean soft;
	private final boolean flipped;
	private final double scale;
	private final boolean isScaleKnown;

	private MaskMeaning(final List<MaskStatistics> masks) {
		this.masks = List.copyOf(masks);
		max = (float) masks.stream().mapToDouble(MaskStatistics::max).max().orElse(0);
		final double known = MaskStatistics
			.scale(masks.stream().mapToInt(MaskStatistics::largest).max().orElse(0), max);
		isScaleKnown = known > 0;
		scale = isScaleKnown ? known : max;
		// NB: a mask of 0 and 1 does not go with half of 255.
		soft = count(Kind.SOFT) > count(Kind.LABELS)
			+ masks.stream().filter(m -> m.kind() == Kind.BINARY && m.max() < scale / 2).count();
		final List<MaskStatistics> doubtful = masks.stream().filter(MaskStatistics::isInverted)
			.toList();
		flipped = 2 * doubtful.stream().mapToLong(this::bright).sum() > doubtful.stream()
			.mapToLong(MaskStatistics::pixels).sum();
	}

	/** @param masks of the whole set, in its order */
	public static MaskMeaning of(final List<MaskStatistics> masks) {
		return new MaskMeaning(masks);
	}

	private long count(final Kind kind) {
		return masks.stream().filter(mask -> mask.kind() == kind).count();
	}

	/** Whether an image's values are cut at half of the scale. */
	private boolean isCut(final MaskStatistics mask) {
		return mask.kind() == Kind.SOFT || soft && mask.kind() != Kind.LABELS
			&& (mask.kind() != Kind.BINARY || mask.max() >= scale / 2);
	}

	private long bright(final MaskStatistics mask) {
		if (!isCut(mask)) return mask.objects();
		return isScaleKnown || mask.max() == max ? mask.reaching(scale)
			: mask.max() < scale / 2 ? 0 : mask.reaching(mask.max());
	}

	private boolean isFlipped(final MaskStatistics mask) {
		return flipped && mask.isInverted();
	}

	private long objects(final MaskStatistics mask) {
		return isFlipped(mask) ? mask.pixels() - bright(mask) : bright(mask);
	}

	/** The share of object in all images, 0 to 1. */
	public double share() {
		return (double) masks.stream().mapToLong(this::objects).sum()
			/ Math.max(1, masks.stream().mapToLong(MaskStatistics::pixels).sum());
	}

	/**
	 * Reads a mask of the set.
	 *
	 * @param values of the mask that was looked at
	 */
	public Labels read(final MaskValues values) {
		final MaskStatistics mask = MaskStatistics.of(values);
		final double cut = isCut(mask) ? scale / 2 : Double.MIN_VALUE;
		final boolean flip = isFlipped(mask);
		final byte[] classes = new byte[values.values().length];
		for (int p = 0; p < classes.length; p++)
			classes[p] = !Float.isNaN(values.values()[p]) && values.values()[p] >= cut != flip
				? Labels.FOREGROUND : Labels.BACKGROUND;
		return Labels.ofClasses(classes, values.width(), values.height());
	}

	/**
	 * Looks whether these can be true masks.
	 *
	 * @throws McdUnetException if no mask shows background, or the values are those of a picture,
	 * or of labels stored as fractions
	 */
	public void check() {
		if (masks.isEmpty()) return;
		final boolean full = masks.stream().allMatch(m -> objects(m) == m.pixels());
		if (full)
			throw new McdUnetException("No mask shows background (0): "
				+ (smallest() == max ? "every pixel is " + text(max)
					: "the values are " + text(smallest()) + " to " + text(max))
				+ ", so that all would be object. Masks need 0 where there is no object; where 1 is the object and 2 the background, "
				+ "as ilastik writes them, make 2 to 0 first (Process > Math > Macro..., code v=v%2;).");
		if (soft && smallest() < -0.25 * max)
			throw new McdUnetException("Values from " + text(smallest()) + " to " + text(max)
				+ " in '" + masks.get(0).name()
				+ "' cannot be meant as masks. Set a threshold first (Image > Adjust > Threshold).");
		masks.stream().filter(m -> soft && m.leastArea() < scale / 2).findFirst()
			.ifPresent(this::refuseFractions);
	}

	private void refuseFractions(final MaskStatistics mask) {
		throw new McdUnetException("The values of '" + mask.name() + "' are fractions ("
			+ text(mask.leastArea()) + " to " + text(mask.max())
			+ ") that fill areas, as of labels that were divided by 255 or by their number; cut at "
			+ text(scale / 2) + ", objects would be lost. If they are labels, make 1 of all above "
			+ "0 (Process > Math > Macro..., code v=v>0;); if not, set a threshold (Image > Adjust "
			+ "> Threshold).");
	}

	/**
	 * As {@link #read}, of a true mask.
	 *
	 * @throws McdUnetException if it cannot be read together with the others
	 */
	public Labels readTruth(final MaskValues values) {
		problem(MaskStatistics.of(values)).ifPresent(reason -> {
			throw new McdUnetException("The mask of '" + values.name() + "' " + reason);
		});
		return read(values);
	}

	/** Why the mask of an image cannot be read together with the others. */
	public Optional<String> problem(final int image) {
		return problem(masks.get(image));
	}

	private Optional<String> problem(final MaskStatistics mask) {
		if (mask.kind() == Kind.SOFT && 2 * mask.middle() > mask.pixels())
			return Optional.of(
				"looks like a picture: more than half of its pixels are neither dark nor bright (values "
					+ text(mask.smallest()) + " to " + text(mask.max())
					+ "). Choose the masks, or make masks of it first (Image > Adjust > Threshold).");
		if (!soft || isCut(mask) || mask.max() >= scale / 2) return Optional.empty();
		return Optional.of("has values of 0 to " + text(mask.max())
			+ ", but the others' full scale is " + text(scale)
			+ ": nobody can tell whether it has objects. Give it the same scale (Process > Math > Multiply).");
	}

	private double smallest() {
		return masks.stream().mapToDouble(MaskStatistics::smallest).min().orElse(0);
	}

	/** "0 = background, 255 = object; 19 % object". */
	@Override
	public String toString() {
		return values() + "; " + percent(share()) + " object";
	}

	private String values() {
		final Optional<String> colour = masks.stream().flatMap(m -> m.colour().stream())
			.findFirst();
		if (colour.isPresent()) return colour.get() + " = background, other colours = object";
		final List<MaskStatistics> filled = masks.stream().filter(m -> m.kind() != Kind.EMPTY)
			.toList();
		if (filled.isEmpty()) return "0 = background, no object in any mask";
		final boolean shown = filled.stream().anyMatch(this::isFlipped);
		final String how = shown ? " (as shown: larger values are dark)" : "";
		if (soft)
			return (shown ? "from " : "below ") + text(scale / 2) + " = background, "
				+ (shown ? "below" : "from there on") + " = object"
				+ (filled.stream().allMatch(m -> m.kind() != Kind.SOFT || m.isWhole())
					? " (grey values at outlines, cut at one half of " + text(scale) + ")"
					: " (cut at one half of " + text(scale) + ")")
				+ how;
		final float least = (float) filled.stream()
			.mapToDouble(m -> m.kind() == Kind.BINARY ? m.max() : Math.max(1, m.smallest())).min()
			.orElse(max);
		final String values = least == max ? text(max) : count(Kind.LABELS) > 0
			? text(least) + " to " + text(max) : text(least) + " or " + text(max);
		return (shown ? values + " = background, 0 = object"
			: "0 = background, " + values + (count(Kind.LABELS) > 0 ? " = objects" : " = object"))
			+ how;
	}

	private static String text(final double value) {
		return value == Math.rint(value) ? NumberText.significant(value)
			: Float.toString((float) value);
	}

	private static String percent(final double share) {
		final double percent = 100 * share;
		return (percent == 0 || percent >= 10 ? String.valueOf(Math.round(percent))
			: percent < 0.01 ? "less than 0.01" : String.valueOf(Math.round(percent * 100) / 100.0))
			+ " %";
	}

	/** What may not be as it was meant, in sentences. */
	public List<String> warnings() {
		final List<String> warnings = new ArrayList<>();
		if (share() > HALF)
			warnings.add("More than half of the masks' pixels (" + percent(share())
				+ ") are object. If object and background are swapped, invert the masks (Edit > Invert).");
		if (masks.stream().noneMatch(m -> objects(m) > 0))
			warnings.add(!soft ? "No mask has an object: all values are 0."
				: "No mask has an object: no value reaches " + text(scale / 2) + ", one half of "
					+ text(scale) + "; the largest is " + text(max) + ".");
		if (soft && !isScaleKnown)
			warnings.add("What the masks' full scale is cannot be told; " + text(max)
				+ ", the largest value, is taken for it. Make masks of 0 and 255 if that is wrong.");
		if (masks.stream().anyMatch(m -> m.negative() > 0 && m.isWhole()))
			warnings.add("Some values of the masks are negative, down to " + text(smallest())
				+ "; they count as background.");
		warnings.addAll(strangers());
		return warnings;
	}

	/** Images whose masks are of another kind than most. */
	private List<String> strangers() {
		final Map<String, List<MaskStatistics>> byKind = new TreeMap<>();
		for (final MaskStatistics mask : masks)
			if (mask.kind() != Kind.EMPTY)
				byKind.computeIfAbsent(kind(mask), k -> new ArrayList<>()).add(mask);
		if (byKind.size() < 2) return List.of();
		final String usual = byKind.entrySet().stream()
			.max(java.util.Comparator.comparingInt(e -> e.getValue().size())).get().getKey();
		return byKind.entrySet().stream().filter(e -> !e.getKey().equals(usual))
			.map(e -> "The mask of "
				+ e.getValue().stream().limit(3).map(m -> "'" + m.name() + "'")
					.collect(Collectors.joining(", "))
				+ (e.getValue().size() > 3 ? " and " + (e.getValue().size() - 3) + " more" : "")
				+ " is unlike most others: " + e.getKey() + ", not " + usual + ".")
			.toList();
	}

	private String kind(final MaskStatistics mask) {
		final double labels = masks.stream().filter(m -> m.kind() == Kind.LABELS)
			.mapToDouble(MaskStatistics::max).max().orElse(0);
		// NB: a label image of one object looks like a mask of two values.
		final String kind = mask.kind() != Kind.BINARY || mask.colour().isPresent()
			? mask.kind().toString() : mask.max() <= 4 * labels ? Kind.LABELS.toString()
				: "values 0 and " + text(mask.max());
		return kind + mask.colour().map(c -> " on " + c).orElse("")
			+ (isFlipped(mask) ? ", inverted" : "");
	}
}
