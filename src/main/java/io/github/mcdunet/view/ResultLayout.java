package io.github.mcdunet.view;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Where windows of results go: images beside their input, all of one size, tables below them, and
 * everything on the screen.
 */
public final class ResultLayout implements ImageListener {

	/** Part of the screen's height that tables have, at its lower end. */
	private static final double TABLES = 0.25;
	/** Width that images need beside the input, in pixels of the screen. */
	private static final int NARROWEST = 240;
	/** Distance of windows that lie one over the other. */
	private static final int STEP = 30;
	/** Of a letter and of a row in ImageJ's tables, in pixels of the screen. */
	private static final int LETTER = 8, ROW = 20;
	/** Rows that are measured. */
	private static final int ENOUGH = 100;

	private final ImagePlus input;
	private final List<ImagePlus> results;

	private ResultLayout(final ImagePlus input, final List<ImagePlus> results) {
		this.input = input;
		this.results = results;
	}

	/**
	 * Lays the results beside their input as soon as all are open, which happens when the command
	 * has ended.
	 */
	public static void beside(final ImagePlus input, final List<ImagePlus> results) {
		if (input.getWindow() == null || results.isEmpty()) return;
		ImagePlus.addImageListener(new ResultLayout(input, List.copyOf(results)));
	}

	@Override
	public void imageOpened(final ImagePlus image) {
		if (!results.contains(image)
			|| !results.stream().map(ImagePlus::getWindow).allMatch(Objects::nonNull)) return;
		ImagePlus.removeImageListener(this);
		EventQueue.invokeLater(this::place);
	}

	@Override
	public void imageClosed(final ImagePlus image) {
		if (image == input || results.contains(image)) ImagePlus.removeImageListener(this);
	}

	@Override
	public void imageUpdated(final ImagePlus image) {
		// only windows count
	}

	private void place() {
		final List<ImageWindow> windows = results.stream().map(ImagePlus::getWindow)
			.filter(Objects::nonNull).toList();
		if (windows.isEmpty() || input.getWindow() == null) return;
		final List<Rectangle> places = places(screen(), input.getWindow().getBounds(),
			windows.get(0).getSize(), windows.size());
		for (int i = 0; i < windows.size(); i++) {
			final Rectangle place = places.get(i);
			final ImageWindow window = windows.get(i);
			if (place.getSize().equals(window.getSize())) window.setLocation(place.getLocation());
			else
				window.setLocationAndSize(place.x, place.y, place.width, place.height);
		}
	}

	/**
	 * @param input the bounds of its window
	 * @param size of each result's window
	 * @param count of the results
	 * @return their places, smaller where they would not fit side by side; where there is no room
	 * beside the input, they lie one over the other from the upper left corner on
	 */
	static List<Rectangle> places(final Rectangle screen, final Rectangle input,
		final Dimension size, final int count) {
		final int height = (int) (screen.height * (1 - TABLES));
		final int right = screen.x + screen.width - (input.x + input.width),
			left = input.x - screen.x;
		final Rectangle room = right >= left
			? new Rectangle(input.x + input.width, screen.y, right, height)
			: new Rectangle(screen.x, screen.y, left, height);
		if (room.width < NARROWEST) return cascade(screen, size, height, count);
		double best = 0;
		int columns = 1;
		for (int c = 1; c <= count; c++) {
			final double scale = scale(room, size, c, (count + c - 1) / c);
			if (scale > best) {
				best = scale;
				columns = c;
			}
		}
		final int w = (int) (size.width * best), h = (int) (size.height * best), across = columns;
		final int top = Math.max(screen.y,
			Math.min(input.y, screen.y + height - h * ((count + across - 1) / across)));
		return IntStream.range(0, count)
			.mapToObj(i -> new Rectangle(room.x + i % across * w, top + i / across * h, w, h))
			.toList();
	}

	private static double scale(final Rectangle room, final Dimension size, final int columns,
		final int rows) {
		return Math.min(1, Math.min(room.width / (double) (columns * size.width),
			room.height / (double) (rows * size.height)));
	}

	private static List<Rectangle> cascade(final Rectangle screen, final Dimension size,
		final int height, final int count) {
		final int all = STEP * (count - 1);
		final double scale = Math.min(1, Math.min((screen.width - all) / (double) size.width,
			(height - all) / (double) size.height));
		final List<Rectangle> places = new ArrayList<>();
		for (int i = 0; i < count; i++)
			places.add(new Rectangle(screen.x + STEP * i, screen.y + STEP * i,
				(int) (size.width * scale), (int) (size.height * scale)));
		return places;
	}

	/**
	 * Shows a table in the window of this title. A new window is as wide as the table, as far as
	 * the screen allows, and lies at its lower end, right of the tables that are there already.
	 */
	public static void show(final ResultsTable table, final String title) {
		final boolean isNew = WindowManager.getFrame(title) == null;
		table.show(title);
		final Frame frame = WindowManager.getFrame(title);
		if (isNew && frame != null)
			frame.setBounds(tablePlace(screen(), tableSize(table), openTables(frame)));
	}

	private static List<Rectangle> openTables(final Frame but) {
		final Frame[] frames = WindowManager.getNonImageWindows();
		return frames == null ? List.of()
			: Arrays.stream(frames)
				.filter(f -> f != but && f.isShowing() && f instanceof TextWindow)
				.map(Window::getBounds).toList();
	}

	/** @param others bounds of the tables that are open */
	static Rectangle tablePlace(final Rectangle screen, final Dimension wanted,
		final List<Rectangle> others) {
		final int strip = (int) (screen.height * TABLES);
		final int bottom = screen.y + screen.height;
		final int width = Math.min(wanted.width, screen.width),
			height = Math.min(wanted.height, strip);
		final int from = others.stream().filter(r -> r.y + r.height > bottom - height)
			.mapToInt(r -> r.x + r.width).max().orElse(screen.x);
		final int x = Math.min(from, screen.x + screen.width - Math.min(width, screen.width / 2));
		return new Rectangle(x, bottom - height, Math.min(width, screen.x + screen.width - x),
			height);
	}

	private static Dimension tableSize(final ResultsTable table) {
		int letters = 0;
		for (final String heading : table.getHeadings()) {
			int longest = heading.length();
			for (int row = 0; row < Math.min(ENOUGH, table.size()); row++)
				longest = Math.max(longest, table.getStringValue(heading, row).length());
			letters += longest + 2;
		}
		return new Dimension((letters + 6) * LETTER, (table.size() + 5) * ROW);
	}

	/** Without the desktop's bars. */
	static Rectangle screen() {
		return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
	}

	/** Where a window of this size lies beside that of an image, all on the screen. */
	public static Point beside(final Window image, final Dimension size) {
		final Rectangle screen = screen(),
			place = places(screen, image.getBounds(), size, 1).get(0);
		return new Point(
			Math.max(screen.x, Math.min(place.x, screen.x + screen.width - size.width)),
			Math.max(screen.y, Math.min(place.y, screen.y + screen.height - size.height)));
	}
}
