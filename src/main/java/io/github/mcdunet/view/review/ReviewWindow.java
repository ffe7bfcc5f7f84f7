package io.github.mcdunet.view.review;

import ij.WindowManager;

import io.github.mcdunet.imagej.result.ImageSelection;
import io.github.mcdunet.imagej.result.ReviewedStacks;
import io.github.mcdunet.review.Review;
import io.github.mcdunet.view.Question;
import io.github.mcdunet.view.ResultLayout;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.table.TableModel;

/**
 * A window that lists the objects of a prediction from the most uncertain one on, goes to them in
 * the images, and takes a person's decisions. At its end it opens the reviewed masks. Needs a
 * screen; used in the event thread only.
 */
public final class ReviewWindow extends JFrame {

	private static final long serialVersionUID = 1;
	private static final int[] WIDTHS = { 170, 120, 90, 90, 90, 100, 120 };

	private final transient ReviewDesk desk;
	private final ImagesTable images;
	private final PlacesTable places;
	private final JTable imageRows;
	private final JTable placeRows;
	private final ReviewButtons buttons;
	private final JProgressBar bar = new JProgressBar(0, 1000);
	private final JLabel progress = new JLabel(" ");
	private final JLabel message = new JLabel(" ");
	private final JCheckBox all;
	private boolean refreshing;

	/** @param includeUnreviewed what the check box starts with */
	private ReviewWindow(final ReviewDesk desk, final boolean includeUnreviewed) {
		super("Review " + desk.image().getTitle());
		this.desk = desk;
		images = new ImagesTable(desk);
		places = new PlacesTable(desk);
		imageRows = table(images, "images");
		placeRows = table(places, "places");
		buttons = new ReviewButtons(desk, getRootPane(), this::refresh);
		all = new JCheckBox("Include images without review", includeUnreviewed);
		arrange();
		imageRows.getSelectionModel().addListSelectionListener(e -> listImage());
		placeRows.getSelectionModel().addListSelectionListener(e -> go());
		setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				close();
			}
		});
		// NB: else the pixels are gone if a person closes the images before the end
		desk.image().setIgnoreFlush(true);
		WindowManager.addWindow(this);
		desk.next();
		refresh();
		pack();
		if (desk.image().getWindow() == null) setLocationByPlatform(true);
		else
			ResultLayout.beside(desk.image().getWindow(), this);
	}

	/**
	 * Opens the window and comes back at once; the person continues. May be called from any thread.
	 *
	 * @param images that were predicted, open
	 * @param listed numbers of the images whose objects are listed, from 0
	 * @param includeUnreviewed whether the masks of images on which nothing was decided shall be in
	 * the result too, as predicted
	 */
	public static void open(final Review review, final ImageSelection images,
		final Set<Integer> listed, final boolean includeUnreviewed) {
		SwingUtilities.invokeLater(
			() -> new ReviewWindow(new ReviewDesk(review, images, listed), includeUnreviewed)
				.setVisible(true));
	}

	private void arrange() {
		setLayout(new BorderLayout(0, 4));
		final JPanel header = new JPanel(new GridLayout(2, 1, 0, 4));
		header.setBorder(BorderFactory.createEmptyBorder(10, 12, 4, 12));
		header.add(progress);
		header.add(bar);
		add(header, BorderLayout.NORTH);
		placeRows.setDefaultRenderer(Object.class, new PlaceCells());
		for (int c = 0; c < places.getColumnCount(); c++)
			placeRows.getColumnModel().getColumn(c).setPreferredWidth(WIDTHS[c]);
		imageRows.getColumnModel().getColumn(0).setPreferredWidth(2 * WIDTHS[0]);
		final JSplitPane middle = new JSplitPane(JSplitPane.VERTICAL_SPLIT,
			scrolled(imageRows, 110), scrolled(placeRows, 300));
		middle.setResizeWeight(0.2);
		middle.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 8));
		add(middle, BorderLayout.CENTER);
		final JPanel footer = new JPanel(new GridLayout(3, 1));
		footer.add(message);
		footer.add(buttons);
		footer.add(end());
		message.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 12));
		message.setFont(message.getFont().deriveFont(Font.PLAIN));
		add(footer, BorderLayout.SOUTH);
	}

	private static JTable table(final TableModel model, final String name) {
		final JTable table = new JTable(model);
		table.setName(name);
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.getTableHeader().setReorderingAllowed(false);
		table.setFillsViewportHeight(true);
		return table;
	}

	private static JComponent scrolled(final JTable table, final int height) {
		final JScrollPane pane = new JScrollPane(table);
		pane.setPreferredSize(new Dimension(760, height));
		return pane;
	}

	private JComponent end() {
		final JButton finish = new JButton("Finish");
		finish.setToolTipText("Opens the reviewed masks, for a training or an evaluation");
		finish.addActionListener(e -> finish());
		final JPanel panel = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		panel.add(all);
		panel.add(finish);
		return panel;
	}

	private void listImage() {
		final int row = imageRows.getSelectedRow();
		if (refreshing || row < 0) return;
		desk.list(images.image(row));
		if (!desk.rows().isEmpty()) desk.go(desk.rows().get(0));
		refresh();
	}

	private void go() {
		final int row = placeRows.getSelectedRow();
		if (refreshing || row < 0) return;
		desk.go(desk.rows().get(row));
		refresh();
	}

	/** Shows what the desk says. */
	private void refresh() {
		if (refreshing) return;
		refreshing = true;
		final int image = Math.max(0, imageRows.getSelectedRow());
		images.refresh();
		imageRows.setRowSelectionInterval(image, image);
		places.fireTableDataChanged();
		final int row = desk.current().isPresent() ? desk.rows().indexOf(desk.current().getAsInt())
			: -1;
		if (row >= 0) {
			placeRows.setRowSelectionInterval(row, row);
			placeRows.scrollRectToVisible(placeRows.getCellRect(row, 0, true));
		}
		buttons.at(desk.current().isPresent()
			? Optional.of(desk.review().item(desk.current().getAsInt())) : Optional.empty());
		progress.setText(desk.progress());
		bar.setValue((int) Math.round(bar.getMaximum() * desk.review().reviewedShare()));
		message.setText(desk.message().isEmpty() ? " " : desk.message());
		message.setToolTipText(message.getText());
		refreshing = false;
	}

	private void close() {
		if (!desk.review().hasDecisions()) {
			dispose();
			return;
		}
		final String finish = "Open reviewed masks", discard = "Discard review";
		final String answer = Question.ask(this,
			"What shall become of your decisions?\n\n\"" + discard + "\" loses them.",
			List.of(finish, discard, "Go on reviewing"));
		if (answer.equals(finish)) finish();
		if (answer.equals(discard)) dispose();
	}

	/** Opens the reviewed masks, and the images too where not all are wanted. */
	private void finish() {
		final ReviewedStacks stacks = new ReviewedStacks(desk.image());
		if (all.isSelected())
			open(stacks, IntStream.range(0, desk.imageCount()).boxed().toList(), true);
		else {
			final List<Integer> reviewed = IntStream.range(0, desk.imageCount())
				.filter(desk.review()::isReviewed).boxed().toList();
			if (reviewed.isEmpty()) {
				message.setText(
					"Nothing has been reviewed yet. Accept or correct an object, or include all images.");
				return;
			}
			stacks.images(reviewed).show();
			open(stacks, reviewed, false);
		}
		dispose();
	}

	/** The masks, and what they do not tell: touching objects and classes. */
	private void open(final ReviewedStacks stacks, final List<Integer> numbers,
		final boolean everything) {
		final Review review = desk.review();
		if (review.isSeparate()) stacks.objects(review::labels, numbers, everything).show();
		if (desk.hasClasses())
			stacks.classes(review::labels, review.classes(), numbers, everything).show();
		(everything ? stacks.masks(review::mask) : stacks.masks(review::mask, numbers)).show();
	}

	@Override
	public void dispose() {
		desk.image().setIgnoreFlush(false);
		WindowManager.removeWindow(this);
		super.dispose();
	}
}
