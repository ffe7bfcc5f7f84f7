package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;

import io.github.mcdunet.forecast.ComputerSpeed;

import java.awt.EventQueue;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.swing.JComboBox;
import javax.swing.JPanel;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.module.Module;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetService;

public class ImageChoiceTest extends WidgetContext {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private final List<ImagePlus> images = new ArrayList<>();

	@After
	public void close() {
		images.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
	}

	@Before
	public void open() {
		Interpreter.batchMode = true;
		for (final String title : new String[]{ "Worms truth", "Worms", "Worms" }) {
			images.add(IJ.createImage(title, "8-bit ramp", 4, 3, 1));
			images.get(images.size() - 1).show();
		}
	}

	@Test
	public void itStartsWithWhatTheCommandSuggests() {
		for (final ImagePlus image : images) {
			final Module train = train();
			train.setInput("images", image);
			assertSame(image, choice(train, "images").getValue());
			assertSame(image, train.getInput("images"));
		}
	}

	@Test
	public void aNeededImageIsTheActiveOneIfNothingIsSuggested() {
		final Module train = train();
		assertSame(images.get(2), choice(train, "images").getValue());
		assertSame(images.get(2), train.getInput("images"));
		assertEquals(3, list(choice(train, "images")).getItemCount());
	}

	@Test
	public void anImageThatIsNotNeededCanBeLeftOut() {
		final Module train = train();
		final ImageChoice masks = choice(train, "masks");
		assertNull(masks.getValue());
		list(masks).setSelectedItem(images.get(0));
		assertSame(images.get(0), train.getInput("masks"));
		list(masks).setSelectedItem(null);
		assertNull(train.getInput("masks"));
	}

	/** A dialog opens at once, and says how long it will take when that has been measured. */
	@Test
	public void theForecastComesByItself() throws Exception {
		final Module train = train();
		train.setInput("images", images.get(1));
		train.setInput("truth", "Overlay");
		train.setInput("modelFile", new File(folder.getRoot(), "m.zip"));
		images.get(1).setOverlay(new Overlay(new Roi(1, 1, 2, 2)));
		final boolean wasKnown = ComputerSpeed.isKnown();
		final JPanel shown = choice(train, "images").getComponent();
		shown.addNotify();
		final CountDownLatch known = new CountDownLatch(1);
		ComputerSpeed.whenKnown(known::countDown);
		assertTrue(known.await(2, TimeUnit.MINUTES));
		// NB: who waits for the speed hears of it in any order
		final long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
		while (!wasKnown && System.nanoTime() < end
			&& !((String) train.getInput("forecast")).matches("(?!.*Measuring).+"))
			Thread.sleep(10);
		EventQueue.invokeAndWait(shown::removeNotify);
		final String forecast = (String) train.getInput("forecast");
		assertEquals(forecast, wasKnown, forecast.isEmpty());
		assertFalse(forecast, forecast.contains("Measuring"));
	}

	@Test
	public void otherParametersHaveOtherWidgets() {
		final Module train = train();
		assertTrue(new ImageChoice().supports(model(train, "masks")));
		assertFalse(new ImageChoice().supports(model(train, "modelFile")));
	}

	private ImageChoice choice(final Module module, final String name) {
		final InputWidget<?, ?> widget = context.service(WidgetService.class)
			.create(model(module, name));
		return (ImageChoice) widget;
	}

	private static JComboBox<?> list(final ImageChoice choice) {
		return (JComboBox<?>) choice.getComponent().getComponent(0);
	}
}
