package io.github.mcdunet.command.dialog;

import ij.ImagePlus;

import io.github.mcdunet.forecast.ComputerSpeed;
import io.github.mcdunet.imagej.OpenImages;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

import org.scijava.Priority;
import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

/**
 * The list of open images in our dialogs in Fiji. It starts with the image that the command
 * suggests, tells images of the same title apart, and an image that is not needed can be left out.
 */
// NB: SciJava's own list starts with the image that was opened first, has each title once, and always gives an image.
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public class ImageChoice extends AbstractInputWidget<ImagePlus, JPanel> {

	@Parameter
	private LogService log;

	private JPanel panel;
	private JComboBox<ImagePlus> choice;

	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && model.isType(ImagePlus.class)
			&& model.getModule().getDelegateObject() instanceof CancelableCommand;
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		choice = new JComboBox<>();
		final List<ImagePlus> open = OpenImages.all();
		if (!model.getItem().isRequired() || open.isEmpty()) choice.addItem(null);
		open.forEach(choice::addItem);
		choice.setRenderer(new Titles());
		choice.setToolTipText(model.getItem().getDescription());
		if (InputChecks.isGiven(value())) choice.setSelectedItem(value());
		else if (model.getItem().isRequired())
			choice.setSelectedItem(OpenImages.current().orElse(null));
		updateModel();
		choice.addActionListener(event -> updateModel());
		panel = new JPanel(new BorderLayout());
		panel.setBorder(BorderFactory.createEmptyBorder(3, 0, 3, 7));
		panel.add(choice);
		if (model.getModule().getDelegateObject() instanceof Forecasting
			&& !ComputerSpeed.isKnown()) panel.addHierarchyListener(this::forecast);
	}

	/** Lets the open dialog say what the command will take as soon as that is known. */
	private void forecast(final HierarchyEvent event) {
		if ((event.getChangeFlags() & HierarchyEvent.DISPLAYABILITY_CHANGED) != 0
			&& panel.isDisplayable()) ComputerSpeed.whenKnown(() -> EventQueue.invokeLater(() -> {
				if (panel.isDisplayable()) tell();
			}));
	}

	private void tell() {
		try {
			get().getItem().callback(get().getModule());
			get().getPanel().refresh();
		}
		catch (final MethodCallException e) {
			log.error(e);
		}
	}

	@Override
	public ImagePlus getValue() {
		return (ImagePlus) choice.getSelectedItem();
	}

	@Override
	public void refreshWidget() {
		SwingUtilities.invokeLater(() -> choice.setSelectedItem(value()));
	}

	/** NB: the model's own getter would put the first image in the place of none. */
	private Object value() {
		final ModuleItem<?> item = get().getItem();
		return item.getValue(get().getModule());
	}

	@Override
	public JPanel getComponent() {
		return panel;
	}

	@Override
	public Class<JPanel> getComponentType() {
		return JPanel.class;
	}

	private static final class Titles extends DefaultListCellRenderer {

		@Override
		public Component getListCellRendererComponent(final JList<?> list, final Object image,
			final int index, final boolean isSelected, final boolean hasFocus) {
			return super.getListCellRendererComponent(list,
				image == null ? "(none)" : ((ImagePlus) image).getTitle(), index, isSelected,
				hasFocus);
		}
	}
}
