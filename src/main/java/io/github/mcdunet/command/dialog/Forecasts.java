package io.github.mcdunet.command.dialog;

import io.github.mcdunet.McdUnetException;

/** A command's forecast as SciJava's dialog shows it. */
public final class Forecasts {

	private Forecasts() {
	}

	/** The forecast, or what is wrong, as HTML of a width that does not widen the dialog. */
	public static String html(final Forecasting command) {
		try {
			return html(command.forecast());
		}
		catch (final McdUnetException e) {
			return html(e.getMessage());
		}
	}

	private static String html(final String text) {
		return "<html><div style='width: 300px'>" + text.replace("&", "&amp;").replace("<", "&lt;")
			+ "</div></html>";
	}
}
