package io.github.mcdunet.view;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;
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
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Where windows of results go: images beside their input, all of one size, tables below them, the
 * log left of both, and everything on the screen.
 */
public final class ResultLayout implements ImageListener {

	/** Part of the screen's height that tables have, at its lower end. */
	private static final double TABLES = 0.25;
	/** Width that images need beside the input, in pixels of the screen. */
	private static final int NARROWEST = 240;
	/** Distance of windows that lie one over the other. */
	private static final int STEP = 30;
	/** Tables that lie so in one half of the screen. */
	private static final int DEEPEST = 4;
	/** Of a letter and of a row in ImageJ's tables, in pixels of the screen. */
	private static final int LETTER = 8, ROW = 20;
	/** Rows that are measured. */
	private static final int ENOUGH = 100;
	/** Of the log, at most: a line about an epoch, on a screen that has room for it. */
	private static final int LOG_WIDTH = 640, LOG_HEIGHT = 190;
	private static final double LOG_SHARE = 0.4;
	/** How ImageJ remembers where a person has had a window. */
	private static final String LOG_PLACE = "log.loc", MANAGER_PLACE = "manager.loc";
	/** How the titles of our tables begin. */
	private static final String OURS = "MC Dropout U-Net";

	private final List<ImagePlus> images;
	private final Consumer<List<ImageWindow>> place;

	private ResultLayout(final List<ImagePlus> images, final Consumer<List<ImageWindow>> place) {
		this.images = images;
		this.place = place;
	}

	/**
	 * Lays the results beside their input as soon as all are open, which happens when the command
	 * has ended.
	 */
	public static void beside(final ImagePlus input, final List<ImagePlus> results) {
		final List<ImagePlus> all = new ArrayList<>(List.of(input));
		all.addAll(results);
		whenOpen(all, windows -> {
			final List<ImageWindow> made = windows.subList(1, windows.size());
			move(made, size(made),
				places(screen(), windows.get(0).getBounds(), size(made), made.size()));
		});
	}

	/**
	 * Lays two images side by side as soon as both are open, as far as the screen is wide enough
	 * for both as they are.
	 */
	public static void sideBySide(final ImagePlus left, final ImagePlus right) {
		whenOpen(List.of(left, right), windows -> {
			final Rectangle first = windows.get(0).getBounds(), second = windows.get(1).getBounds(),
				screen = screen();
			if (first.width + second.width > screen.width) return;
			first.x = Math.min(first.x, screen.x + screen.width - first.width - second.width);
			windows.get(0).setLocation(first.getLocation());
			windows.get(1).setLocation(first.x + first.width, first.y);
		});
	}

	/** Lays plots in a row, between ImageJ's own window and the tables, as soon as all are open. */
	public static void row(final List<ImagePlus> plots) {
		whenOpen(plots, windows -> move(windows, size(windows),
			row(screen(), ownWindow(), size(windows), windows.size())));
	}

	private static void whenOpen(final List<ImagePlus> images,
		final Consumer<List<ImageWindow>> place) {
		if (images.isEmpty() || Interpreter.isBatchMode()) return;
		ImagePlus.addImageListener(new ResultLayout(List.copyOf(images), place));
	}

	@Override
	public void imageOpened(final ImagePlus image) {
		if (!images.contains(image)
			|| !images.stream().map(ImagePlus::getWindow).allMatch(Objects::nonNull)) return;
		ImagePlus.removeImageListener(this);
		EventQueue.invokeLater(() -> {
			final List<ImageWindow> windows = images.stream().map(ImagePlus::getWindow).toList();
			if (windows.stream().allMatch(Objects::nonNull)) place.accept(windows);
		});
	}

	@Override
	public void imageClosed(final ImagePlus image) {
		if (images.contains(image)) ImagePlus.removeImageListener(this);
	}

	@Override
	public void imageUpdated(final ImagePlus image) {
		// only windows count
	}

	/** NB: images of one size have windows that a desktop may still be changing by a few pixels. */
	private static Dimension size(final List<ImageWindow> windows) {
		final Dimension size = new Dimension();
		for (final ImageWindow window : windows)
			size.setSize(Math.max(size.width, window.getWidth()),
				Math.max(size.height, window.getHeight()));
		return size;
	}

	private static void move(final List<ImageWindow> windows, final Dimension size,
		final List<Rectangle> places) {
		for (int i = 0; i < windows.size(); i++) {
			final Rectangle to = places.get(i);
			if (!to.getSize().equals(size)) WindowZoom.fit(windows.get(i), to.getSize());
			windows.get(i).setLocation(to.getLocation());
		}
	}

	/** Bounds of ImageJ's own window; empty if there is none. */
	private static Rectangle ownWindow() {
		return IJ.getInstance() == null ? new Rectangle() : IJ.getInstance().getBounds();
	}

	/**
	 * @param own bounds of ImageJ's own window, which stays free if it is at the upper end
	 * @param size of each window
	 */
	static List<Rectangle> row(final Rectangle screen, final Rectangle own, final Dimension size,
		final int count) {
		final int lower = own.y + own.height - screen.y;
		final int top = screen.y + (lower > 0 && lower < screen.height / 3 ? lower : 0);
		final int height = screen.y + (int) (screen.height * (1 - TABLES)) - top;
		final double scale = scale(new Rectangle(screen.x, top, screen.width, height), size, count,
			count);
		final int w = (int) (size.width * scale), h = (int) (size.height * scale);
		return IntStream.range(0, count).mapToObj(i -> new Rectangle(screen.x + i * w, top, w, h))
			.toList();
	}

	/**
	 * @param input the bounds of its window
	 * @param size of each result's window
	 * @param count of the results
	 * @return their places, smaller where they would not fit side by side; right of the input where
	 * they are not smaller there than left of it; where there is no room beside the input, they lie
	 * one over the other from the upper left corner on
	 */
	static List<Rectangle> places(final Rectangle screen, final Rectangle input,
		final Dimension size, final int count) {
		final int height = (int) (screen.height * (1 - TABLES));
		final int end = input.x + input.width;
		final Rectangle right = new Rectangle(end, screen.y, screen.x + screen.width - end, height),
			left = new Rectangle(screen.x, screen.y, input.x - screen.x, height);
		final boolean isRight = left.width < NARROWEST
			|| right.width >= NARROWEST && scale(right, size, columns(right, size, count),
				count) >= scale(left, size, columns(left, size, count), count);
		final Rectangle room = isRight ? right : left;
		if (room.width < NARROWEST) return cascade(screen, size, height, count);
		final int across = columns(room, size, count), rows = (count + across - 1) / across;
		final double scale = scale(room, size, across, count);
		final int w = (int) (size.width * scale), h = (int) (size.height * scale);
		final int top = Math.max(screen.y, Math.min(input.y, screen.y + height - h * rows));
		return IntStream.range(0, count)
			.mapToObj(i -> new Rectangle(room.x + i % across * w, top + i / across * h, w, h))
			.toList();
	}

	/** In which the windows are largest; the most of them where several do. */
	private static int columns(final Rectangle room, final Dimension size, final int count) {
		int best = 1;
		for (int c = 2; c <= count; c++)
			if (scale(room, size, c, count) >= scale(room, size, best, count)) best = c;
		return best;
	}

	/** At most 1. */
	private static double scale(final Rectangle room, final Dimension size, final int columns,
		final int count) {
		final int rows = (count + columns - 1) / columns;
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
	 * the screen allows, and lies at its lower end, right of the tables that are there already, or
	 * on them so that their titles are seen.
	 */
	public static void show(final ResultsTable table, final String title) {
		final boolean isNew = WindowManager.getFrame(title) == null;
		table.show(title);
		final Frame frame = WindowManager.getFrame(title);
		if (!isNew || frame == null) return;
		final List<Frame> others = openTables(frame);
		final Rectangle place = tablePlace(screen(), tableSize(table),
			others.stream().map(Placement::bounds).toList());
		for (final Frame other : others) {
			final Rectangle there = Placement.bounds(other);
			if (other.getTitle().startsWith(OURS) && there.intersects(place)
				&& place.x - there.x >= screen().width / 3)
				Placement.put(other,
					new Rectangle(there.x, there.y, place.x - there.x, there.height));
		}
		Placement.put(frame, place);
	}

	private static List<Frame> openTables(final Frame but) {
		final Frame[] frames = WindowManager.getNonImageWindows();
		return frames == null ? List.of() : Arrays.stream(frames)
			.filter(f -> f != but && f.isShowing() && f instanceof TextWindow).toList();
	}

	/** @param others bounds of the tables that are open */
	static Rectangle tablePlace(final Rectangle screen, final Dimension wanted,
		final List<Rectangle> others) {
		final int strip = (int) (screen.height * TABLES);
		final int bottom = screen.y + screen.height, half = screen.width / 2;
		final int width = Math.min(wanted.width, screen.width),
			height = Math.min(wanted.height, strip);
		final int from = others.stream().filter(r -> r.y + r.height > bottom - height)
			.mapToInt(r -> r.x + r.width).max().orElse(screen.x);
		final int room = screen.x + screen.width - from;
		if (room >= Math.min(width, half))
			return new Rectangle(from, bottom - height, Math.min(width, room), height);
		final Point corner = stepwise(
			List.of(new Point(screen.x + screen.width - half, bottom - strip),
				new Point(screen.x, bottom - strip)),
			others);
		return new Rectangle(corner.x, corner.y,
			Math.min(width, screen.x + screen.width - Math.max(corner.x, screen.x + half)),
			Math.min(height, bottom - corner.y));
	}

	/** The first place, in steps from the corners on, at which no title would be covered. */
	private static Point stepwise(final List<Point> corners, final List<Rectangle> others) {
		for (final Point corner : corners)
			for (int i = 0; i < DEEPEST; i++) {
				final Point place = new Point(corner.x + i * STEP, corner.y + i * STEP);
				if (others.stream().noneMatch(
					r -> Math.abs(r.x - place.x) < STEP / 2 && Math.abs(r.y - place.y) < STEP / 2))
					return place;
			}
		return corners.get(0);
	}

	/** Writes a line into ImageJ's log; a new log lies left, above the tables. */
	public static void log(final String line) {
		final boolean isNew = WindowManager.getFrame("Log") == null;
		IJ.log(line);
		final Frame log = WindowManager.getFrame("Log");
		if (isNew && log != null && Prefs.getLocation(LOG_PLACE) == null)
			Placement.put(log, logPlace(screen()));
	}

	static Rectangle logPlace(final Rectangle screen) {
		final int width = Math.min(LOG_WIDTH, (int) (screen.width * LOG_SHARE));
		return new Rectangle(screen.x, tablesTop(screen) - LOG_HEIGHT, width, LOG_HEIGHT);
	}

	private static int tablesTop(final Rectangle screen) {
		return screen.y + screen.height - (int) (screen.height * TABLES);
	}

	/** Puts a new ROI Manager to the right edge, above the tables, where no image is yet. */
	public static void placeManager(final Window manager) {
		if (Prefs.getLocation(MANAGER_PLACE) != null) return;
		final Rectangle screen = screen();
		manager.setLocation(Math.max(screen.x, screen.x + screen.width - manager.getWidth()),
			Math.max(screen.y, tablesTop(screen) - manager.getHeight()));
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

	/** Where a window of this size lies at the right edge, below ImageJ's own if it can. */
	public static Point atRight(final Dimension size) {
		final Rectangle screen = screen(), own = ownWindow();
		return new Point(Math.max(screen.x, screen.x + screen.width - size.width), Math
			.max(screen.y, Math.min(own.y + own.height, screen.y + screen.height - size.height)));
	}

	/**
	 * Puts a window beside that of an image, all on the screen; where there is no room beside it,
	 * the image gives way. Both come to the front.
	 */
	public static void beside(final ImageWindow image, final Window window) {
		final List<Rectangle> places = pair(screen(), image.getBounds(), window.getSize());
		final Rectangle to = places.get(0);
		if (!to.getSize().equals(image.getSize())) WindowZoom.fit(image, to.getSize());
		image.setLocation(to.getLocation());
		window.setLocation(places.get(1).getLocation());
		image.toFront();
	}

	/** @return new bounds of the image, smaller if need be, and of the window beside it */
	static List<Rectangle> pair(final Rectangle screen, final Rectangle image,
		final Dimension window) {
		final int end = screen.x + screen.width, bottom = screen.y + screen.height;
		final double scale = Math.min(1,
			Math.min(Math.max(NARROWEST, screen.width - window.width) / (double) image.width,
				screen.height / (double) image.height));
		final Rectangle to = new Rectangle((int) (image.width * scale),
			(int) (image.height * scale));
		to.x = Math.max(screen.x, Math.min(image.x, end - to.width));
		to.y = Math.max(screen.y, Math.min(image.y, bottom - to.height));
		final int y = Math.max(screen.y, Math.min(image.y, bottom - window.height));
		if (end - (to.x + to.width) >= window.width)
			return List.of(to, new Rectangle(new Point(to.x + to.width, y), window));
		if (to.x - screen.x < window.width)
			to.x = Math.max(screen.x, Math.min(end - to.width, screen.x + window.width));
		return List.of(to,
			new Rectangle(new Point(Math.max(screen.x, to.x - window.width), y), window));
	}
}
