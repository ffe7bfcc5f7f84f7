package io.github.mcdunet.view.training;

import ij.io.SaveDialog;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.HistoryText;
import io.github.mcdunet.view.chart.HistoryChart;
import io.github.mcdunet.view.chart.PngFile;

import java.nio.file.Paths;

import javax.swing.JFrame;
import javax.swing.JOptionPane;

/** Asks where, and writes the curves of a training as a PNG file. */
final class TrainingFigure {

	private TrainingFigure() {
	}

	static void save(final JFrame window, final History history) {
		final SaveDialog dialog = new SaveDialog("Save training curves", "training curves", ".png");
		if (dialog.getFileName() == null) return;
		try {
			PngFile.write(HistoryChart.picture(HistoryText.of(history)),
				Paths.get(dialog.getDirectory(), dialog.getFileName()));
		}
		catch (final McdUnetException e) {
			JOptionPane.showMessageDialog(window, e.getMessage(), window.getTitle(),
				JOptionPane.ERROR_MESSAGE);
		}
	}
}
