package io.github.mcdunet.view;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;

import java.awt.Frame;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
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
		link.panel.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseReleased(final MouseEvent e) {
				link.show();
			}
		});
		link.panel.addKeyListener(new KeyAdapter() {

			@Override
			public void keyReleased(final KeyEvent e) {
				link.show();
			}
		});
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
