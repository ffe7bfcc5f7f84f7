package io.github.mcdunet.imagej;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import java.awt.GraphicsEnvironment;
import java.util.List;

/** Hands outlines to ImageJ's ROI Manager. */
public final class RoiManagers {

	private RoiManagers() {
	}

	/** Replaces what the ROI Manager holds by copies of these ROIs, opening it if need be; does nothing without a screen. */
	public static void show(final List<Roi> rois) {
		// The ROI Manager is a window and cannot even be made without a screen
		if (GraphicsEnvironment.isHeadless()) return;
		final RoiManager manager = RoiManager.getRoiManager();
		manager.reset();
		rois.forEach(roi -> manager.addRoi((Roi) roi.clone()));
	}
}
