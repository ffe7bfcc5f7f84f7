package io.github.mcdunet.view.chart;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jfree.chart.ChartRenderingInfo;
import org.junit.Test;

public class HistoryChartTest {

	private static final String HEADER = "epoch,acc,loss,dice,val_acc,val_loss,val_dice,seconds";
	private static final int BLUE = 0x0072B2;
	private static final int VERMILION = 0xD55E00;
	private static final int DASH = 0x555555;
	private final ChartRenderingInfo loss = new ChartRenderingInfo();
	private final ChartRenderingInfo dice = new ChartRenderingInfo();

	private BufferedImage picture(final String... lines) {
		return HistoryChart.picture(Arrays.asList(lines), loss, dice);
	}

	/**
	 * A column of the picture.
	 *
	 * @param epoch shown
	 * @param epochs of the history, which begins at 1; 2 % of their number lie beside the curves
	 */
	private static double x(final ChartRenderingInfo info, final double epoch, final int epochs) {
		final Rectangle2D frame = info.getPlotInfo().getDataArea();
		final double margin = 0.02 * epochs;
		return frame.getX() + frame.getWidth() * (epoch - 1 + margin) / (epochs - 1 + 2 * margin);
	}

	/** A row of the picture; 0 is the lower end of the axis, 1 the upper. */
	private static double y(final ChartRenderingInfo info, final double share) {
		final Rectangle2D frame = info.getPlotInfo().getDataArea();
		return frame.getMaxY() - frame.getHeight() * share;
	}

	/** Five epochs: flat lines at known heights; validation loss is lowest in epoch 2. */
	private static String[] flat() {
		return new String[]{ HEADER, "1,0.9,0.5,0.9,0.9,1.0,0.6,1", "2,0.9,0.5,0.9,0.9,0.8,0.6,1",
			"3,0.9,0.5,0.9,0.9,1.0,0.6,1", "4,0.9,0.5,0.9,0.9,1.0,0.6,1",
			"5,0.9,0.5,0.9,0.9,1.0,0.6,1" };
	}

	@Test
	public void curvesLieWhereTheirValuesAre() {
		final BufferedImage plot = picture(flat());
		// NB: loss from 0 to 1.05; Dice from 0.6 to 1.
		assertTrue(near(plot, BLUE, x(loss, 4.5, 5), y(loss, 0.5 / 1.05)));
		assertTrue(near(plot, VERMILION, x(loss, 4.5, 5), y(loss, 1 / 1.05)));
		assertTrue(near(plot, BLUE, x(dice, 4.5, 5), y(dice, 0.75)));
		assertTrue(near(plot, VERMILION, x(dice, 4.5, 5), y(dice, 0)));
		assertFalse(near(plot, VERMILION, x(dice, 4.5, 5), y(dice, 0.75)));
	}

	@Test
	public void dashedLineMarksTheLowestValidationLoss() {
		final BufferedImage plot = picture(flat());
		for (final ChartRenderingInfo info : Arrays.asList(loss, dice))
			for (int epoch = 1; epoch <= 5; epoch++) {
				final Rectangle2D frame = info.getPlotInfo().getDataArea();
				int dark = 0;
				for (double y = frame.getY(); y < frame.getMaxY(); y++)
					if (near(plot, DASH, x(info, epoch, 5), y, 1, 0)) dark++;
				final double share = dark / frame.getHeight();
				if (epoch == 2) assertTrue("dashes " + share, share > 0.34 && share < 0.86);
				else
					assertTrue("epoch " + epoch + " " + share, share < 0.17);
			}
	}

	/**
	 * The axis is then logarithmic: half-way between 0.1 and 10 lies 1, whatever lies beyond the
	 * ends.
	 */
	@Test
	public void lossOverManyMagnitudesIsLogarithmic() {
		final BufferedImage plot = picture(HEADER, "1,0,10,0.5,0,10,0.5,1", "2,0,1,0.5,0,10,0.5,1",
			"3,0,1,0.5,0,0.1,0.5,1");
		assertTrue(near(plot, BLUE, x(loss, 2.2, 3), y(loss, 0.5)));
	}

	@Test
	public void lossWithinAFactorOfFiveIsLinearFromZero() {
		final BufferedImage plot = picture(HEADER, "1,0,4,0.5,0,4,0.5,1", "2,0,1,0.5,0,4,0.5,1",
			"3,0,1,0.5,0,4,0.5,1");
		assertTrue(near(plot, BLUE, x(loss, 2.5, 3), y(loss, 1 / 4.2)));
	}

	/** One epoch has no line, so that it must be a dot in the middle. */
	@Test
	public void oneEpochIsADot() {
		final BufferedImage plot = picture(HEADER, "1,0.9,0.5,0.9,0.9,1.0,0.6,1");
		assertEquals(1200, plot.getWidth());
		assertEquals(470, plot.getHeight());
		assertTrue(near(plot, BLUE, loss.getPlotInfo().getDataArea().getCenterX() - 2,
			y(loss, 0.5 / 1.05)));
		assertTrue(near(plot, VERMILION, dice.getPlotInfo().getDataArea().getCenterX() - 2,
			y(dice, 0) - 1));
	}

	@Test
	public void epochsWithoutValuesLeaveAGap() {
		final BufferedImage plot = picture(HEADER, "1,0,1,0.5,0,2,0.5,1", "2,0,1,0.5,0,2,0.5,1",
			"3,0,NaN,0.5,0,2,0.5,1", "4,0,1,0.5,0,2,0.5,1", "5,0,1,0.5,0,2,0.5,1");
		assertTrue(near(plot, BLUE, x(loss, 1.5, 5), y(loss, 1 / 2.1)));
		assertFalse(near(plot, BLUE, x(loss, 3, 5), y(loss, 1 / 2.1)));
		assertTrue(near(plot, BLUE, x(loss, 4.5, 5), y(loss, 1 / 2.1)));
	}

	@Test
	public void nothingButNaNStillDraws() {
		final BufferedImage plot = picture(HEADER, "1,NaN,NaN,NaN,NaN,NaN,NaN,1");
		final Rectangle2D frame = loss.getPlotInfo().getDataArea();
		assertFalse(near(plot, BLUE, frame.getCenterX(), frame.getCenterY(),
			(int) frame.getWidth() / 2 - 20, (int) frame.getHeight() / 2 - 20));
	}

	/** More epochs than 30 have no dots: the curve is nowhere thicker than its line. */
	@Test
	public void dotsOfManyEpochsAreLeftOut() {
		for (final int epochs : new int[]{ 30, 31 }) {
			final String[] lines = new String[epochs + 1];
			lines[0] = HEADER;
			for (int i = 1; i <= epochs; i++)
				lines[i] = i + ",0.9,0.5,0.9,0.9,1.0,0.6,1";
			final BufferedImage plot = picture(lines);
			assertEquals(epochs == 30,
				near(plot, BLUE, x(loss, 10, epochs), y(loss, 0.5 / 1.05) - 2, 1, 0));
		}
	}

	@Test
	public void historiesThatCannotBeReadAreTold() {
		assertTold("no epoch", Collections.singletonList(HEADER));
		assertTold("no epoch", Collections.emptyList());
		assertTold("'2,3' of the training history has 2 fields", Arrays.asList(HEADER, "2,3"));
		assertTold("not a number", Arrays.asList(HEADER, "1,a,b,c,d,e,f,g"));
		assertTold("no column 'val_loss'", Arrays.asList("epoch,loss", "1,2"));
	}

	private static void assertTold(final String expected, final List<String> lines) {
		final String message = assertThrows(McdUnetException.class,
			() -> HistoryChart.picture(lines)).getMessage();
		assertTrue(message, message.contains(expected));
	}

	private static boolean near(final BufferedImage plot, final int color, final double x,
		final double y) {
		return near(plot, color, x, y, 1, 1);
	}

	/**
	 * Whether a pixel at most so far away has about this colour; lines are smooth, so that only
	 * their middle has it.
	 */
	private static boolean near(final BufferedImage plot, final int color, final double x,
		final double y, final int dx, final int dy) {
		for (int v = (int) y - dy; v <= y + dy; v++)
			for (int u = (int) x - dx; u <= x + dx; u++)
				if (distance(plot.getRGB(u, v), color) < 60) return true;
		return false;
	}

	private static int distance(final int a, final int b) {
		return Math.abs((a >> 16 & 255) - (b >> 16 & 255))
			+ Math.abs((a >> 8 & 255) - (b >> 8 & 255)) + Math.abs((a & 255) - (b & 255));
	}
}
