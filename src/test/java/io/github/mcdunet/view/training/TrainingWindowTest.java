package io.github.mcdunet.view.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.Progress;
import io.github.mcdunet.dataset.LabeledImage;
import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.synthetic.SyntheticWorms;
import io.github.mcdunet.network.UNetModel;
import io.github.mcdunet.training.History;
import io.github.mcdunet.training.Preview;
import io.github.mcdunet.training.TrainingSettings;
import io.github.mcdunet.view.chart.HistoryChart;
import io.github.mcdunet.view.chart.HistoryTable;
import io.github.mcdunet.workflow.Training;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.junit.Test;

/** What the training window shows and decides, without a screen. */
public class TrainingWindowTest {

	private static final TrainingSettings TINY = TrainingSettings.defaults().epochs(3)
		.baseFilters(2).depth(2).seed(1);

	@Test
	public void chartsHoldTheHistory() {
		final TrainingMonitor monitor = new TrainingMonitor(Progress.NONE);
		final UNetModel model = train(monitor);
		final History history = monitor.status().history().get();
		final HistoryChart loss = HistoryChart.loss(), dice = HistoryChart.dice();
		loss.show(history);
		dice.show(history);
		// NB: the table is written with six digits by other code.
		final HistoryTable table = new HistoryTable(model.history());
		assertColumn(table.column("loss"), loss, 0);
		assertColumn(table.column("val_loss"), loss, 1);
		assertColumn(table.column("dice"), dice, 0);
		assertColumn(table.column("val_dice"), dice, 1);
		final XYPlot plot = loss.chart().getXYPlot();
		final ValueMarker best = (ValueMarker) plot.getDomainMarkers(Layer.FOREGROUND).iterator()
			.next();
		assertEquals(1.0 + table.lowest("val_loss"), best.getValue(), 0);
		for (int i = 0; i < 3; i++)
			assertTrue(plot.getRangeAxis().getRange().contains(table.column("val_loss")[i]));
	}

	private static UNetModel train(final TrainingMonitor monitor) {
		return new Training(TINY).listener(monitor)
			.run(new SyntheticWorms(32).generate(5, 1), monitor).model();
	}

	private static void assertColumn(final double[] expected, final HistoryChart chart,
		final int series) {
		final XYPlot plot = chart.chart().getXYPlot();
		assertEquals(expected.length, plot.getDataset().getItemCount(series));
		for (int i = 0; i < expected.length; i++) {
			assertEquals(i + 1.0, plot.getDataset().getXValue(series, i), 0);
			assertEquals(expected[i], plot.getDataset().getYValue(series, i), 1e-6);
		}
	}

	@Test
	public void monitorSaysWhereTheTrainingStands() {
		final TrainingMonitor monitor = new TrainingMonitor(Progress.NONE);
		assertEquals("Preparing the images...", monitor.line());
		monitor.trainingBegins(TINY.epochs(4), 1);
		monitor.report("Epoch 1 of 4", 3, 40);
		monitor.batchBegins(1, 3, 10);
		assertEquals("Epoch 1 of 4, batch 4 of 10", monitor.line());
		assertEquals(0.3 / 4, monitor.share(), 1e-12);
		monitor.report("Looking back", 1, 2);
		assertEquals("Looking back", monitor.line());
		assertEquals(0.5, monitor.share(), 0);
	}

	@Test
	public void stoppingKeepsWhatCancelingDiscards() {
		final TrainingMonitor stopped = new TrainingMonitor(Progress.NONE),
			canceled = new TrainingMonitor(Progress.NONE);
		assertFalse(stopped.isCanceled());
		stopped.stop();
		assertTrue(stopped.isCanceled());
		assertFalse(stopped.isDiscarded());
		canceled.discard();
		assertTrue(canceled.isCanceled());
		assertTrue(canceled.isDiscarded());
	}

	@Test
	public void imagesComeInTurnUntilOneIsChosen() {
		final PreviewAlbum album = new PreviewAlbum();
		album.open(2);
		final List<Integer> turn = new ArrayList<>();
		for (int i = 0; i < 11; i++)
			turn.add(album.next());
		assertEquals(Arrays.asList(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0), turn);
		album.step(-1);
		for (int i = 0; i < 11; i++)
			assertEquals(1, album.next());
		album.step(1);
		assertEquals(0, album.next());
	}

	@Test
	public void albumForgetsTheOldestWhereImagesAreLarge() {
		final PreviewAlbum album = new PreviewAlbum();
		album.open(3);
		for (int i = 0; i < 3; i++)
			album.add(new Preview(i, 1, new LabeledImage("large", 1, new float[1 << 21],
				Labels.ofMask(new byte[1 << 21], 2048, 1024)), new float[1 << 21]));
		assertFalse(album.preview().isPresent());
		album.step(1);
		assertTrue(album.preview().isPresent());
	}

	/**
	 * Four by three pixels whose right half is object: the outline is the column to the left of it,
	 * and nothing at the edge.
	 */
	@Test
	public void picturesShowOutlineProbabilityAndUncertainty() {
		final float[] pixels = { 0, 1, 2, 4, 0, 1, 2, 4, 0, 1, 2, 4 };
		final byte[] truth = { 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1 };
		final float[] probability = { 0, 0.5f, 1, 1, 0, 0.5f, 1, 1, 0, 0.5f, 1, 1 };
		final Preview p = new Preview(0, 1,
			new LabeledImage("p", 1, pixels, Labels.ofMask(truth, 4, 3)), probability);
		final BufferedImage channel = PreviewPictures.channel(p, 0);
		assertEquals(Arrays.asList(0x000000, 0x404040, 0x808080, 0xffffff), row(channel));
		assertEquals(Arrays.asList(0x000004, 0xfcfdbf, 0x000004, 0x000004),
			row(PreviewPictures.uncertainty(p)));
		final List<Integer> prediction = row(PreviewPictures.prediction(p));
		assertEquals(0x440154, (int) prediction.get(0));
		assertEquals(0xfde725, (int) prediction.get(3));
		assertEquals(100, PreviewPictures.fitted(channel, 100).getWidth());
		assertEquals(75, PreviewPictures.fitted(channel, 100).getHeight());
		assertEquals(Arrays.asList(0x000000, 0xf0e442, 0x808080, 0xffffff),
			row(PreviewPictures.outlined(channel, p, PreviewPictures.YELLOW)));
	}

	private static List<Integer> row(final BufferedImage picture) {
		final List<Integer> colors = new ArrayList<>();
		for (int x = 0; x < picture.getWidth(); x++)
			colors.add(picture.getRGB(x, 1) & 0xffffff);
		return colors;
	}
}
