package io.github.mcdunet.view;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;

import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows the object of the row that a user selects in a table of objects: the image goes to the
 * object's slice and gets its outline as the selection. Rows are known by the outline's name in the
 * column "ROI", so that the table may be sorted.
 */
public final class TableRoiLink {

	/** The column that holds the ROIs' names. */
	public static final String COLUMN = "ROI";

	private final ImagePlus image;
	private final Map<String, Roi> rois = new HashMap<>();
	private final TextPanel panel;
	private int shown = -1;

	private TableRoiLink(final TextPanel panel, final ImagePlus image, final List<Roi> rois) {
		this.panel = panel;
		this.image = image;
		rois.forEach(roi -> this.rois.put(roi.getName(), roi));
	}

	/**
	 * @param title of an open table's window; nothing happens if there is none
	 * @param image in which to show objects
	 * @param rois with names and positions in that image
	 */
	public static void between(final String title, final ImagePlus image, final List<Roi> rois) {
		final Frame window = WindowManager.getFrame(title);
		if (!(window instanceof TextWindow)) return;
		final TableRoiLink link = new TableRoiLink(((TextWindow) window).getTextPanel(), image,
			rois);
		link.takeOver();
	}

	/** NB: the window may have shown the table of another prediction before. */
	private void takeOver() {
		for (final MouseListener old : panel.getMouseListeners())
			if (old instanceof Listener) panel.removeMouseListener(old);
		for (final KeyListener old : panel.getKeyListeners())
			if (old instanceof Listener) panel.removeKeyListener(old);
		final Listener listener = new Listener();
		panel.addMouseListener(listener);
		panel.addKeyListener(listener);
	}

	private final class Listener extends MouseAdapter implements KeyListener {

		@Override
		public void mouseReleased(final MouseEvent e) {
			TableRoiLink.this.show();
		}

		@Override
		public void keyReleased(final KeyEvent e) {
			TableRoiLink.this.show();
		}

		@Override
		public void keyPressed(final KeyEvent e) {
			// only what is selected in the end counts
		}

		@Override
		public void keyTyped(final KeyEvent e) {
			// only what is selected in the end counts
		}
	}

	private void show() {
		final int row = panel.getSelectionStart();
		final ResultsTable table = panel.getResultsTable();
		if (row < 0 || row == shown || table == null || !table.columnExists(COLUMN)
			|| !image.isVisible()) return;
		shown = row;
		final Roi roi = rois.get(table.getStringValue(COLUMN, row));
		if (roi == null) return;
		if (roi.hasHyperStackPosition())
			image.setPosition(roi.getCPosition() > 0 ? roi.getCPosition() : image.getC(),
				Math.max(1, roi.getZPosition()), Math.max(1, roi.getTPosition()));
		else if (roi.getPosition() > 0) image.setSlice(roi.getPosition());
		image.setRoi((Roi) roi.clone());
	}
}
