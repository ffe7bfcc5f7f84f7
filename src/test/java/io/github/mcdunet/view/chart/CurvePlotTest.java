package io.github.mcdunet.view.chart;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.Test;

public class CurvePlotTest {

	private static final String HEADER = "epoch,acc,loss,dice,val_acc,val_loss,val_dice,seconds";
	private static final int BLUE = 0x0072B2;
	private static final int VERMILION = 0xD55E00;
	private static final int DASH = 0x555555;
	// NB: the frames of the two diagrams, and where their curves begin and end.
	private static final int LOSS_LEFT = 90;
	private static final int DICE_LEFT = 680;
	private static final int TOP = 60;
	private static final int BOTTOM = 410;
	private static final int FRAME_WIDTH = 490;

	/** Five epochs: flat lines at known heights; validation loss is lowest in epoch 2. */
	private static List<String> flat() {
		return Arrays.asList(HEADER, "1,0.9,0.5,0.9,0.9,1.0,0.6,1", "2,0.9,0.5,0.9,0.9,0.8,0.6,1",
			"3,0.9,0.5,0.9,0.9,1.0,0.6,1", "4,0.9,0.5,0.9,0.9,1.0,0.6,1",
			"5,0.9,0.5,0.9,0.9,1.0,0.6,1");
	}

	@Test
	public void curvesLieWhereTheirValuesAre() {
		final BufferedImage plot = CurvePlot.render(flat());
		final int x = FRAME_WIDTH * 7 / 8;
		// NB: loss from 0 to 1.05; Dice from 0.6 to 1.
		assertTrue(near(plot, BLUE, LOSS_LEFT + x, BOTTOM - 350 * 0.5 / 1.05));
		assertTrue(near(plot, VERMILION, LOSS_LEFT + x, BOTTOM - 350 * 1 / 1.05));
		assertTrue(near(plot, BLUE, DICE_LEFT + x, BOTTOM - 350 * 0.75));
		assertTrue(near(plot, VERMILION, DICE_LEFT + x, BOTTOM));
		assertFalse(near(plot, VERMILION, DICE_LEFT + x, BOTTOM - 350 * 0.75));
	}

	@Test
	public void dashedLineMarksTheLowestValidationLoss() {
		final BufferedImage plot = CurvePlot.render(flat());
		for (final int left : new int[]{ LOSS_LEFT, DICE_LEFT })
			for (int epoch = 1; epoch <= 5; epoch++) {
				int dark = 0;
				for (int y = TOP; y < BOTTOM; y++)
					if (near(plot, DASH, left + FRAME_WIDTH * (epoch - 1) / 4.0, y, 1, 0)) dark++;
				if (epoch == 2) assertTrue("dashes " + dark, dark > 120 && dark < 300);
				else
					assertTrue("epoch " + epoch + " " + dark, dark < 60);
			}
	}

	/**
	 * The axis is then logarithmic: half-way between 0.1 and 10 lies 1, whatever lies beyond the
	 * ends.
	 */
	@Test
	public void lossOverManyMagnitudesIsLogarithmic() {
		final BufferedImage plot = CurvePlot.render(Arrays.asList(HEADER, "1,0,10,0.5,0,10,0.5,1",
			"2,0,1,0.5,0,10,0.5,1", "3,0,1,0.5,0,0.1,0.5,1"));
		assertTrue(near(plot, BLUE, LOSS_LEFT + FRAME_WIDTH * 0.6, (TOP + BOTTOM) / 2.0));
	}

	@Test
	public void lossWithinAFactorOfFiveIsLinearFromZero() {
		final BufferedImage plot = CurvePlot.render(Arrays.asList(HEADER, "1,0,4,0.5,0,4,0.5,1",
			"2,0,1,0.5,0,4,0.5,1", "3,0,1,0.5,0,4,0.5,1"));
		assertTrue(near(plot, BLUE, LOSS_LEFT + FRAME_WIDTH * 0.75, BOTTOM - 350 / 4.2));
	}

	/** One epoch has no line, so that it must be a dot in the middle. */
	@Test
	public void oneEpochIsADot() {
		final BufferedImage plot = CurvePlot
			.render(Arrays.asList(HEADER, "1,0.9,0.5,0.9,0.9,1.0,0.6,1"));
		assertEquals(1200, plot.getWidth());
		assertEquals(470, plot.getHeight());
		assertTrue(near(plot, BLUE, LOSS_LEFT + FRAME_WIDTH / 2.0, BOTTOM - 350 * 0.5 / 1.05));
		assertTrue(near(plot, VERMILION, DICE_LEFT + FRAME_WIDTH / 2.0, BOTTOM));
	}

	@Test
	public void epochsWithoutValuesLeaveAGap() {
		final BufferedImage plot = CurvePlot
			.render(Arrays.asList(HEADER, "1,0,1,0.5,0,2,0.5,1", "2,0,1,0.5,0,2,0.5,1",
				"3,0,NaN,0.5,0,2,0.5,1", "4,0,1,0.5,0,2,0.5,1", "5,0,1,0.5,0,2,0.5,1"));
		final double y = BOTTOM - 350 / 2.1;
		assertTrue(near(plot, BLUE, LOSS_LEFT + FRAME_WIDTH * 0.125, y));
		assertFalse(near(plot, BLUE, LOSS_LEFT + FRAME_WIDTH * 0.5, y));
		assertTrue(near(plot, BLUE, LOSS_LEFT + FRAME_WIDTH * 0.875, y));
	}

	@Test
	public void nothingButNaNStillDraws() {
		final BufferedImage plot = CurvePlot
			.render(Arrays.asList(HEADER, "1,NaN,NaN,NaN,NaN,NaN,NaN,1"));
		assertFalse(
			near(plot, BLUE, LOSS_LEFT + FRAME_WIDTH / 2.0, (TOP + BOTTOM) / 2.0, 200, 170));
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
		final String message = assertThrows(McdUnetException.class, () -> CurvePlot.render(lines))
			.getMessage();
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
