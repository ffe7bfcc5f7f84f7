package io.github.mcdunet.view.figure;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.view.chart.Lettering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The figure of a paper: a row per image with its channels (grey, from the 0.3rd to the 99.7th
 * percentile), the true mask, the predicted mask with its Dice, and the predictive entropy in magma
 * colours from 0 to ln 2 nats. Of objects and classes, masks are drawn in the classes' colours with
 * a line where objects touch, and entropies of K classes from 0 to ln K. Needs no screen. Images
 * are scaled when they are added and not kept.
 */
public final class FigureMontage {

	private static final int SMALLEST_CELL = 48;

	private final int cellWidth;
	private final List<String> channelNames;
	private final List<LabelClass> classes;
	private final List<MontageRow> rows = new ArrayList<>();
	private final int fontSize;
	private final int gutter;

	/**
	 * @param cellWidth width of each picture in pixels, &gt;= 48; heights follow from the images
	 */
	public FigureMontage(final int cellWidth) {
		this(cellWidth, Collections.emptyList());
	}

	/**
	 * @param channelNames titles of the channels' columns; where they are too few, the columns say
	 * "Channel 1" and so on
	 */
	public FigureMontage(final int cellWidth, final List<String> channelNames) {
		this(cellWidth, channelNames, LabelClass.OF_MASKS);
	}

	/**
	 * @param channelNames as above
	 * @param classes that pixels may be of, the background first
	 */
	public FigureMontage(final int cellWidth, final List<String> channelNames,
		final List<LabelClass> classes) {
		if (cellWidth < SMALLEST_CELL)
			throw new McdUnetException("The pictures of a figure must be at least " + SMALLEST_CELL
				+ " pixels wide, not " + cellWidth + ".");
		this.cellWidth = cellWidth;
		this.channelNames = new ArrayList<>(channelNames);
		this.classes = List.copyOf(classes);
		fontSize = Math.max(11, cellWidth / 15);
		gutter = Math.max(4, cellWidth / 36);
	}

	/**
	 * Adds a row.
	 *
	 * @param threshold of the probability, 0..1: foreground where it is reached
	 * @throws McdUnetException as below
	 */
	public void add(final LabeledImage image, final UncertaintyMaps maps, final double threshold) {
		add(image, maps, maps.mask(threshold));
	}

	/**
	 * Adds a row.
	 *
	 * @param prediction the mask or the objects that were found
	 * @throws McdUnetException if the maps are of another size, or the image has not as many
	 * channels as those before
	 */
	public void add(final LabeledImage image, final UncertaintyMaps maps, final Labels prediction) {
		if (image.width() != maps.width() || image.height() != maps.height())
			throw new McdUnetException("'" + image.name() + "' is " + image.width() + " x "
				+ image.height() + " pixels, but its prediction is " + maps.width() + " x "
				+ maps.height() + ". Predict this image again.");
		if (!rows.isEmpty() && columns() != image.channels() + 3)
			throw new McdUnetException("'" + image.name() + "' has " + image.channels()
				+ (image.channels() == 1 ? " channel" : " channels")
				+ ", but the images above it in the figure have " + (columns() - 3)
				+ ". Make a figure of its own for it.");
		rows.add(new MontageRow(image, maps, prediction, classes, cellWidth));
	}

	/**
	 * Draws the rows, on white.
	 *
	 * @throws McdUnetException if there is no row
	 */
	public BufferedImage render() {
		if (rows.isEmpty()) throw new McdUnetException("There is no image to make a figure of.");
		final BufferedImage figure = new BufferedImage(
			bar().x + bar().width + CalibrationBar.labelWidth(fontSize) + fontSize / 2,
			bottom() + captionHeight() + fontSize / 2, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = figure.createGraphics();
		try {
			g.setColor(Color.WHITE);
			g.fillRect(0, 0, figure.getWidth(), figure.getHeight());
			final Lettering text = new Lettering(g, fontSize);
			for (int c = 0; c < columns(); c++)
				text.centered(title(c), cell(0, c).getCenterX(), cell(0, c).y - 0.9 * fontSize,
					cellWidth);
			for (int r = 0; r < rows.size(); r++)
				drawRow(g, text, r);
			CalibrationBar.draw(g, bar(), fontSize, Math.log(classes.size()));
		}
		finally {
			g.dispose();
		}
		return figure;
	}

	/** Where the picture of a row and column lies. */
	Rectangle cell(final int row, final int column) {
		int y = 2 * fontSize + gutter / 2;
		for (int r = 0; r < row; r++)
			y += rows.get(r).height() + captionHeight() + gutter;
		return new Rectangle(2 * fontSize + gutter + column * (cellWidth + gutter), y, cellWidth,
			rows.get(row).height());
	}

	/**
	 * Where the calibration bar lies, without its labels: in the middle, at most four columns'
	 * width high.
	 */
	Rectangle bar() {
		final Rectangle last = cell(0, columns() - 1);
		final int height = Math.min(bottom() - last.y, 4 * cellWidth);
		return new Rectangle(last.x + last.width + 2 * gutter,
			last.y + (bottom() - last.y - height) / 2, Math.max(8, cellWidth / 16), height);
	}

	private int bottom() {
		final Rectangle last = cell(rows.size() - 1, 0);
		return last.y + last.height;
	}

	private int columns() {
		return rows.get(0).cells().size();
	}

	private int captionHeight() {
		return 3 * fontSize / 2;
	}

	private void drawRow(final Graphics2D g, final Lettering text, final int r) {
		final MontageRow row = rows.get(r);
		for (int c = 0; c < columns(); c++)
			g.drawImage(row.cells().get(c), cell(r, c).x, cell(r, c).y, null);
		text.upward(row.name(), fontSize + gutter / 2.0, cell(r, 0).getCenterY(), row.height());
		final Rectangle predicted = cell(r, columns() - 2);
		text.centered(String.format(Locale.ROOT, "Dice %.3f", row.dice()), predicted.getCenterX(),
			predicted.getMaxY() + 0.8 * fontSize, cellWidth);
	}

	private String title(final int column) {
		final int channels = columns() - 3;
		if (column < channels) {
			if (column < channelNames.size()) return channelNames.get(column);
			return channels == 1 ? "Image" : "Channel " + (column + 1);
		}
		return new String[]{ "True mask", "Predicted mask", "Uncertainty" }[column - channels];
	}
}
