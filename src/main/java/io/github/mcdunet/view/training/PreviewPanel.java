package io.github.mcdunet.view.training;

import io.github.mcdunet.training.Preview;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.plaf.basic.BasicArrowButton;

/**
 * One validation image: the channel with the true outline, the prediction and the uncertainty, and
 * arrows to the other images.
 */
final class PreviewPanel extends JPanel {

	private static final long serialVersionUID = 1;

	private final transient PreviewAlbum album;
	private final JLabel title = new JLabel("", SwingConstants.CENTER);
	private final JComboBox<String> channel = new JComboBox<>();
	private final PreviewPicture image = new PreviewPicture("Image, with the true outline");
	private final PreviewPicture prediction = new PreviewPicture("Prediction (yellow = object)");
	private final PreviewPicture uncertainty = new PreviewPicture("Uncertainty (bright = unsure)");
	private final JButton previous = new BasicArrowButton(SwingConstants.WEST);
	private final JButton next = new BasicArrowButton(SwingConstants.EAST);
	private transient Preview drawn;
	private int drawnChannel = -1;
	private boolean ended;

	PreviewPanel(final PreviewAlbum album) {
		super(new BorderLayout(0, 4));
		this.album = album;
		arrow(previous, -1, "previous");
		arrow(next, 1, "next");
		channel.setName("channel");
		channel.addActionListener(e -> refresh());
		channel.setVisible(false);
		final JPanel header = new JPanel(new FlowLayout(FlowLayout.CENTER, 8, 0));
		// NB: so that the header does not grow when the channels become known.
		header.add(Box.createVerticalStrut(channel.getPreferredSize().height));
		header.add(previous);
		header.add(title);
		header.add(next);
		header.add(channel);
		add(header, BorderLayout.NORTH);
		final JPanel pictures = new JPanel(new GridLayout(1, 3, 12, 0));
		pictures.add(image);
		pictures.add(prediction);
		pictures.add(uncertainty);
		add(pictures, BorderLayout.CENTER);
		setBorder(BorderFactory.createEmptyBorder(4, 12, 4, 12));
	}

	private void arrow(final JButton button, final int by, final String which) {
		button.setName(which);
		button.setToolTipText("Show the " + which + " validation image from now on");
		button.addActionListener(e -> {
			album.step(by);
			refresh();
		});
	}

	/** Draws what is new in the album. */
	void refresh() {
		final Optional<Preview> preview = album.preview();
		previous.setEnabled(album.images() > 1);
		next.setEnabled(album.images() > 1);
		title.setText("Validation image " + (album.shown() + 1) + " of " + album.images()
			+ preview.map(p -> " (" + p.name() + "), after epoch " + p.epoch())
				.orElse(ended ? ", not predicted" : ", to be predicted at the end of the epoch"));
		if (preview.isPresent()) draw(preview.get());
		else
			clear();
	}

	/** The training is over: nothing more will be predicted. */
	void end() {
		ended = true;
		refresh();
	}

	private void draw(final Preview p) {
		if (channel.getItemCount() != p.channels()) fillChannels(p.channels());
		final int c = Math.max(0, channel.getSelectedIndex());
		if (p == drawn && c == drawnChannel) return;
		drawn = p;
		drawnChannel = c;
		image.show(side -> PreviewPictures.outlined(
			PreviewPictures.fitted(PreviewPictures.channel(p, c), side), p,
			PreviewPictures.YELLOW));
		prediction.show(side -> PreviewPictures.outlined(
			PreviewPictures.fitted(PreviewPictures.prediction(p), side), p, PreviewPictures.WHITE));
		uncertainty.show(side -> PreviewPictures.fitted(PreviewPictures.uncertainty(p), side));
	}

	private void clear() {
		drawn = null;
		image.clear();
		prediction.clear();
		uncertainty.clear();
	}

	private void fillChannels(final int channels) {
		channel.removeAllItems();
		for (int c = 1; c <= channels; c++)
			channel.addItem("Channel " + c);
		channel.setVisible(channels > 1);
	}
}
