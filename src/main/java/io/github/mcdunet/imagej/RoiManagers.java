package io.github.mcdunet.imagej;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import java.awt.GraphicsEnvironment;
import java.util.List;

/** Hands outlines to ImageJ's ROI Manager. */
public final class RoiManagers {

	private RoiManagers() {
	}

	/**
	 * Replaces what the ROI Manager holds by copies of these ROIs, opening it if need be; does
	 * nothing without a screen.
	 *
	 * @param rois with names
	 */
	public static void show(final List<Roi> rois) {
		// The ROI Manager is a window and cannot even be made without a screen
		if (GraphicsEnvironment.isHeadless()) return;
		final RoiManager manager = RoiManager.getRoiManager();
		manager.reset();
		for (final Roi roi : rois) {
			manager.addRoi((Roi) roi.clone());
			restore(manager, manager.getCount() - 1, roi);
		}
	}

	/**
	 * The ROI Manager takes names like 0001-0003 for its own and writes new ones, and it may add
	 * the current slice.
	 */
	private static void restore(final RoiManager manager, final int index, final Roi roi) {
		manager.rename(index, roi.getName());
		final Roi added = manager.getRoi(index);
		if (roi.hasHyperStackPosition())
			added.setPosition(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
		else
			added.setPosition(roi.getPosition());
	}
}
