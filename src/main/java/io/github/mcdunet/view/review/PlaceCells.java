package io.github.mcdunet.view.review;

import io.github.mcdunet.imagej.result.ImageSelection;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;

import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/**
 * Draws the places: what has been reviewed in grey, the confidence with the colour that the outline
 * has in the image.
 */
final class PlaceCells extends DefaultTableCellRenderer {

	private static final long serialVersionUID = 1;

	@Override
	public Component getTableCellRendererComponent(final JTable table, final Object value,
		final boolean selected, final boolean focus, final int row, final int column) {
		final boolean confidence = column == PlacesTable.CONFIDENCE;
		super.getTableCellRendererComponent(table,
			confidence ? ReviewTable.number("%.2f", (Double) value) : value, selected, false, row,
			column);
		setIcon(confidence && !Double.isNaN((Double) value)
			? new Swatch(ImageSelection.color((Double) value)) : null);
		setHorizontalAlignment(column >= PlacesTable.CONFIDENCE && column < PlacesTable.STATE
			? SwingConstants.RIGHT : SwingConstants.LEFT);
		if (!selected)
			setForeground(((PlacesTable) table.getModel()).item(row).isReviewed() ? Color.GRAY
				: table.getForeground());
		return this;
	}

	private record Swatch(Color color) implements Icon {

		private static final int SIZE = 10;

		@Override
		public void paintIcon(final Component c, final Graphics g, final int x, final int y) {
			g.setColor(color);
			g.fillRect(x, y, SIZE, SIZE);
		}

		@Override
		public int getIconWidth() {
			return SIZE;
		}

		@Override
		public int getIconHeight() {
			return SIZE;
		}
	}
}
