package io.github.mcdunet.command;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

import io.github.mcdunet.command.dialog.InputChecks;
import io.github.mcdunet.imagej.RoiManagers;
import io.github.mcdunet.view.PositionLink;
import io.github.mcdunet.view.ResultLayout;
import io.github.mcdunet.view.TableRoiLink;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one place that shows what a command made. */
final class ShownResults {

	private ShownResults() {
	}

	/**
	 * Fiji shows output images itself where there is a screen. Without one it does not, and a macro
	 * would not find them: then they are opened here. A script takes the outputs and needs no open
	 * image.
	 */
	static void images(final ImagePlus... images) {
		if (!GraphicsEnvironment.isHeadless() || !IJ.isMacro()) return;
		for (final ImagePlus image : images)
			if (image != null) image.show();
	}

	/** Opens the table's window where there is a screen. */
	static void table(final ResultsTable table, final String title) {
		if (!GraphicsEnvironment.isHeadless()) ResultLayout.show(table, title);
	}

	/**
	 * Puts ROIs into the ROI Manager where there is a screen; without one there is no ROI Manager.
	 */
	static void rois(final List<Roi> rois) {
		if (GraphicsEnvironment.isHeadless() || rois.isEmpty()) return;
		final boolean isNew = RoiManager.getInstance() == null;
		RoiManagers.show(rois);
		final RoiManager manager = RoiManager.getInstance();
		if (isNew && manager != null) ResultLayout.placeManager(manager);
	}

	/** Shows masks and their images, side by side where there is a screen. */
	static void pair(final ImagePlus masks, final ImagePlus images) {
		images(masks, images);
		if (!GraphicsEnvironment.isHeadless()) ResultLayout.sideBySide(masks, images);
	}

	/** Shows plots, in a row where there is a screen. */
	static void plots(final ImagePlus... plots) {
		images(plots);
		if (!GraphicsEnvironment.isHeadless()) ResultLayout.row(List.of(plots));
	}

	/**
	 * Where there is a screen: the input and its results go to the same slice, and a row of the
	 * table shows its object.
	 */
	static void link(final ImagePlus input, final List<Roi> rois, final String table,
		final ImagePlus... results) {
		if (GraphicsEnvironment.isHeadless()) return;
		// NB: the input may have been closed meanwhile
		PositionLink.between(
			Stream.concat(Stream.of(input), Arrays.stream(results).filter(Objects::nonNull))
				.filter(InputChecks::isGiven).collect(Collectors.toList()));
		TableRoiLink.between(table, input, rois);
		if (InputChecks.isGiven(input))
			ResultLayout.beside(input, Arrays.stream(results).filter(Objects::nonNull).toList());
	}
}
