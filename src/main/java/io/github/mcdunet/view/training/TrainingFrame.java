package io.github.mcdunet.view.training;

import ij.io.SaveDialog;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.HistoryText;
import io.github.mcdunet.view.Question;
import io.github.mcdunet.view.ResultLayout;
import io.github.mcdunet.view.chart.HistoryChart;
import io.github.mcdunet.view.chart.PngFile;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Paths;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.Timer;
import javax.swing.WindowConstants;

import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;

/** The window itself. Used in the event thread only. */
final class TrainingFrame extends JFrame {

	private static final long serialVersionUID = 1;
	private static final int REFRESH = 100; // milliseconds
	private static final long REDRAW = 2_000_000_000; // nanoseconds; where epochs are short, drawing each would slow the training
	private static final int STEPS = 1000;
	private static final Color WARNING = new Color(0xA03000);
	private static final String RUNNING = "running", ENDED = "ended";

	private final transient TrainingMonitor monitor;
	private final transient HistoryChart loss = HistoryChart.loss();
	private final transient HistoryChart dice = HistoryChart.dice();
	private final PreviewPanel preview;
	private final JLabel line = new JLabel(" ");
	private final JLabel best = new JLabel(" ");
	private final JLabel warning = new JLabel();
	private final JProgressBar bar = new JProgressBar(0, STEPS);
	private final JPanel buttons = new JPanel(new CardLayout());
	private final JButton stop = new JButton("Stop and keep best");
	private final JButton cancel = new JButton("Cancel");
	private final JButton predict = new JButton("Predict...");
	private final JButton save = new JButton("Save figure...");
	private final Timer timer = new Timer(REFRESH, e -> refresh());
	private transient History shown;
	private long drawn; // nanoseconds
	private String warned = "";
	private boolean ended;

	TrainingFrame(final String title, final TrainingMonitor monitor) {
		super(title);
		this.monitor = monitor;
		preview = new PreviewPanel(monitor.album());
		setLayout(new BorderLayout(0, 4));
		add(header(), BorderLayout.NORTH);
		final JPanel charts = new JPanel(new GridLayout(1, 2));
		charts.add(panel(loss.chart()));
		charts.add(panel(dice.chart()));
		final JSplitPane middle = new JSplitPane(JSplitPane.VERTICAL_SPLIT, charts, preview);
		middle.setResizeWeight(0.5);
		middle.setBorder(BorderFactory.createEmptyBorder());
		add(middle, BorderLayout.CENTER);
		add(buttons(), BorderLayout.SOUTH);
		setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				close();
			}
		});
		refresh();
		pack();
		setLocation(ResultLayout.atRight(getSize()));
		timer.start();
	}

	private JComponent header() {
		final JPanel header = new JPanel(new GridLayout(3, 1, 0, 4));
		header.add(line);
		header.add(bar);
		header.add(best);
		best.setFont(best.getFont().deriveFont(Font.PLAIN));
		warning.setForeground(WARNING);
		warning.setVisible(false);
		final JPanel all = new JPanel(new BorderLayout(0, 4));
		all.setBorder(BorderFactory.createEmptyBorder(10, 12, 4, 12));
		all.add(header, BorderLayout.CENTER);
		all.add(warning, BorderLayout.SOUTH);
		return all;
	}

	private static JComponent panel(final JFreeChart chart) {
		// NB: without bounds JFreeChart scales a picture up, letters and all, where the panel is larger.
		final ChartPanel panel = new ChartPanel(chart, 400, 250, 200, 120, 4000, 4000, true, true,
			false, false, true, true);
		panel.setBackground(Color.WHITE);
		panel.setPreferredSize(new Dimension(400, 250));
		return panel;
	}

	private JComponent buttons() {
		stop.setToolTipText("Ends the training now and writes the model of the best epoch");
		cancel.setToolTipText("Ends the training and writes nothing");
		stop.addActionListener(e -> monitor.stop());
		cancel.addActionListener(e -> ClosingQuestion.cancel(this, monitor));
		final JButton close = new JButton("Close");
		close.addActionListener(e -> close());
		predict.setVisible(false);
		save.addActionListener(e -> saveFigure());
		buttons.add(row(logButton(), stop, cancel), RUNNING);
		buttons.add(row(logButton(), save, predict, close), ENDED);
		return buttons;
	}

	private static JComponent row(final JButton... row) {
		final JPanel panel = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		panel.setBorder(BorderFactory.createEmptyBorder(0, 4, 4, 8));
		for (final JButton button : row)
			panel.add(button);
		return panel;
	}

	private JButton logButton() {
		final JButton log = new JButton("Show log");
		log.addActionListener(e -> showLog());
		return log;
	}

	/** Shows the lines that the training wrote, to read and copy. */
	private void showLog() {
		final JTextArea text = new JTextArea(String.join("\n", monitor.log()), 20, 90);
		text.setEditable(false);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		final JDialog dialog = new JDialog(this, "Log: " + getTitle(), false);
		dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		dialog.add(new JScrollPane(text));
		dialog.pack();
		dialog.setLocationRelativeTo(this);
		dialog.setVisible(true);
	}

	/** Asks where, and writes the curves as a PNG file. */
	private void saveFigure() {
		final SaveDialog dialog = new SaveDialog("Save training curves", "training curves", ".png");
		if (dialog.getFileName() == null) return;
		try {
			PngFile.write(HistoryChart.picture(HistoryText.of(shown)),
				Paths.get(dialog.getDirectory(), dialog.getFileName()));
		}
		catch (final McdUnetException e) {
			JOptionPane.showMessageDialog(this, e.getMessage(), getTitle(),
				JOptionPane.ERROR_MESSAGE);
		}
	}

	private void refresh() {
		if (!ended) {
			line.setText(monitor.line());
			bar.setValue((int) Math.round(STEPS * monitor.share()));
		}
		if (!monitor.warning().equals(warned)) warn(monitor.warning());
		final TrainingStatus status = monitor.status();
		stop.setEnabled(status.history().isPresent() && !monitor.isStopped());
		cancel.setEnabled(!monitor.isDiscarded());
		final long now = System.nanoTime();
		if (!ended && shown != null && now - drawn < REDRAW) return;
		drawn = now;
		best.setText(status.bestLine());
		status.history().filter(history -> history != shown).ifPresent(this::draw);
		preview.refresh();
	}

	private void warn(final String sentence) {
		warned = sentence;
		warning.setText("<html><div style='width: 560px'>"
			+ sentence.replace("&", "&amp;").replace("<", "&lt;") + "</div></html>");
		warning.setVisible(true);
		validate();
	}

	private void draw(final History history) {
		shown = history;
		loss.show(history);
		dice.show(history);
	}

	/**
	 * @param text shown in the first line, which is also its tool tip
	 * @param onPredict what the button "Predict..." does
	 */
	void end(final String text, final Runnable onPredict) {
		ended = true;
		timer.stop();
		refresh();
		preview.end();
		Question.withdraw(this);
		line.setText(text);
		line.setToolTipText(text);
		bar.setValue(STEPS);
		save.setEnabled(shown != null);
		predict.setVisible(true);
		predict.addActionListener(e -> onPredict.run());
		((CardLayout) buttons.getLayout()).show(buttons, ENDED);
	}

	private void close() {
		if (ended) dispose();
		else
			ClosingQuestion.close(this, monitor);
	}

	@Override
	public void dispose() {
		timer.stop();
		super.dispose();
	}
}
