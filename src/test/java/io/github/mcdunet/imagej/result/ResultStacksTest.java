package io.github.mcdunet.imagej.result;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;

import io.github.mcdunet.evaluation.trust.TemperatureScaling;
import io.github.mcdunet.inference.HandMadeMaps;
import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.workflow.ObjectAnalysis;
import io.github.mcdunet.workflow.ObjectAnalysisTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class ResultStacksTest {

	/** 4 x 3 pixels, 2 channels, 2 slices, 3 frames; sample 3 (0-based) is slice 2 of frame 2. */
	private final ImagePlus input = IJ.createHyperStack("day 1.ome.tif", 4, 3, 2, 2, 3, 16);

	private static UncertaintyMaps maps(final float... probability) {
		final float[] u = new float[12], i = new float[12], v = new float[12];
		for (int k = 0; k < 12; k++) {
			u[k] = k / 32f;
			i[k] = k / 64f;
			v[k] = k / 128f;
		}
		return new UncertaintyMaps(4, 3, 5, probability, u, i, v);
	}

	/**
	 * Two objects: a ring's worth of corner-touching pixels on the left, one pixel at the lower
	 * right.
	 */
	private static UncertaintyMaps two() {
		return maps(0, 0.75f, 0, 0, 1, 0, 0.25f, 0, 0, 0.5f, 0, 0.5f);
	}

	private static UncertaintyMaps empty() {
		return maps(new float[12]);
	}

	private ResultStacks results(final ResultOptions options) {
		return results(new ObjectAnalysis(), options);
	}

	private ResultStacks results(final ObjectAnalysis analysis) {
		return results(analysis, new ResultOptions());
	}

	private ResultStacks results(final ObjectAnalysis analysis, final ResultOptions options) {
		final ResultStacks results = new ResultStacks(input, analysis, options);
		for (int i = 0; i < 6; i++)
			results.accept(i, i == 3 ? two() : empty());
		return results;
	}

	private void calibrate() {
		final Calibration calibration = input.getCalibration();
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.setUnit("mm");
		calibration.xOrigin = 1;
		calibration.frameInterval = 60;
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[]{ -5, 2 }, "OD");
	}

	@Test
	public void resultsHaveTheInputsShapeAndPlace() {
		calibrate();
		input.getStack().setSliceLabel("well A1", input.getStackIndex(1, 2, 2));
		input.getStack().setSliceLabel("wrong", input.getStackIndex(2, 2, 2));
		final ImagePlus p = results(new ResultOptions()).probability();
		assertEquals("day 1 probability", p.getTitle());
		assertArrayEquals(new int[]{ 4, 3, 1, 2, 3 }, p.getDimensions());
		assertTrue(p.isHyperStack());
		assertEquals(32, p.getBitDepth());
		assertEquals("well A1", p.getStack().getSliceLabel(4));
		assertNull(p.getStack().getSliceLabel(3));
		assertEquals(0.5, p.getCalibration().pixelWidth, 0);
		assertEquals(60, p.getCalibration().frameInterval, 0);
		assertEquals("mm", p.getCalibration().getUnit());
		assertFalse(p.getCalibration().calibrated());
		assertTrue(input.getCalibration().calibrated());
		assertNotSame(input.getCalibration(), p.getCalibration());
	}

	/** Odds of 3 at the temperature 2 are odds of the root of 3. */
	@Test
	public void calibratedProbabilitiesKeepTheMask() {
		final ResultStacks results = results(
			new ResultOptions().calibrated(Optional.of(new TemperatureScaling(2))));
		final double expected = Math.sqrt(3) / (1 + Math.sqrt(3));
		assertEquals(expected, results.probability().getStack().getProcessor(4).getf(1), 1e-6);
		assertEquals(-expected * Math.log(expected) - (1 - expected) * Math.log(1 - expected),
			results.uncertainty().getStack().getProcessor(4).getf(1), 1e-6);
		final byte[] mask = (byte[]) results.mask().getStack().getProcessor(4).getPixels();
		assertArrayEquals(
			(byte[]) results(new ResultOptions()).mask().getStack().getProcessor(4).getPixels(),
			mask);
	}

	/**
	 * At a threshold of 0.3, where tempered probabilities would make another mask, in two of three
	 * samples of which the second object is.
	 */
	@Test
	public void whatIsShownChangesNothingOfWhatIsMeasured() {
		final float[] with = two().probability().clone(), without = with.clone();
		for (int i = 0; i < 12; i++)
			with[i] = without[i] = Math.min(0.9f, Math.max(0.05f, with[i]));
		without[11] = 0.02f;
		final UncertaintyMaps maps = HandMadeMaps.of(4, 3, 0.3, with, without, with);
		final ObjectAnalysis analysis = new ObjectAnalysis(ObjectAnalysisTest.knowing("a", "b"))
			.threshold(0.3);
		final ResultOptions plain = new ResultOptions();
		final ResultStacks raw = new ResultStacks(input, analysis, plain),
			shown = new ResultStacks(input, analysis,
				plain.calibrated(Optional.of(new TemperatureScaling(4))));
		for (int i = 0; i < 6; i++) {
			raw.accept(i, maps);
			shown.accept(i, maps);
		}
		assertEquals(12, raw.table().size());
		assertEquals(2 / 3.0, raw.table().getValue("Exists", 1), 1e-12);
		assertEquals(text(raw.table()), text(shown.table()));
		assertEquals(6, raw.imageTable().size());
		assertFalse(raw.imageTable().getStringValue("Predicted Dice", 0).isEmpty());
		assertEquals(text(raw.imageTable()), text(shown.imageTable()));
		assertEquals(raw.warnings(), shown.warnings());
		assertArrayEquals((byte[]) raw.mask().getStack().getPixels(1),
			(byte[]) shown.mask().getStack().getPixels(1));
		// odds of 1/19 at the temperature 4 are odds of its fourth root
		final double odds = Math.pow(1 / 19.0, 0.25);
		assertEquals(odds / (1 + odds), shown.probability().getStack().getProcessor(1).getf(0),
			1e-6);
	}

	private static List<String> text(final ResultsTable table) {
		final List<String> rows = new ArrayList<>(List.of(table.getHeadings()));
		for (int i = 0; i < table.size(); i++)
			rows.add(table.getRowAsString(i));
		return rows;
	}

	@Test
	public void mapsLandOnTheirSample() {
		final ResultStacks results = results(new ResultOptions().with(true, MapKind.values()));
		check(results.probability(), "probability", two().probability(), 1);
		check(results.uncertainty(), "uncertainty", two().entropy(), Math.log(2));
		check(results.map(MapKind.MUTUAL_INFORMATION), "mutual information",
			two().get(MapKind.MUTUAL_INFORMATION), Math.log(2));
		check(results.map(MapKind.VARIANCE), "variance", two().get(MapKind.VARIANCE), 0.25);
		check(results.map(MapKind.FOREGROUND_ENTROPY), "foreground entropy",
			two().get(MapKind.FOREGROUND_ENTROPY), 1 / Math.E);
		check(results.map(MapKind.BACKGROUND_ENTROPY), "background entropy",
			two().get(MapKind.BACKGROUND_ENTROPY), 1 / Math.E);
	}

	private static void check(final ImagePlus image, final String kind, final float[] expected,
		final double maximum) {
		assertEquals("day 1 " + kind, image.getTitle());
		assertArrayEquals(expected, (float[]) image.getStack().getPixels(4), 0);
		assertEquals(0, image.getDisplayRangeMin(), 0);
		assertEquals(maximum, image.getDisplayRangeMax(), 1e-6);
		final int brightest = image.getLuts()[0].getRGB(255);
		assertEquals(kind.equals("probability") ? 0xfffde725 : 0xfffcfdbf, brightest);
	}

	@Test
	public void extraMapsOnlyIfAskedFor() {
		final ResultStacks results = results(new ResultOptions());
		assertEquals(List.of(MapKind.PROBABILITY, MapKind.ENTROPY),
			List.copyOf(results.maps().keySet()));
		assertThrows(IllegalStateException.class, () -> results.map(MapKind.VARIANCE));
	}

	@Test
	public void maskKeepsObjectsOfTheMinimumArea() {
		final byte on = (byte) 255;
		final ImagePlus all = results(new ResultOptions()).mask();
		assertEquals(8, all.getBitDepth());
		assertArrayEquals(new byte[]{ 0, on, 0, 0, on, 0, 0, 0, 0, on, 0, on },
			(byte[]) all.getStack().getPixels(4));
		assertArrayEquals(new byte[12], (byte[]) all.getStack().getPixels(3));
		final ResultStacks large = results(new ObjectAnalysis().minimumArea(2));
		assertArrayEquals(new byte[]{ 0, on, 0, 0, on, 0, 0, 0, 0, on, 0, 0 },
			(byte[]) large.mask().getStack().getPixels(4));
		assertEquals(1, large.rois().size());
		assertEquals(1, results(new ObjectAnalysis().threshold(0.75)).table().size());
	}

	@Test
	public void roisLieOnTheirSliceAndFrameInAllChannels() {
		final ResultStacks results = results(new ResultOptions());
		final List<Roi> rois = results.rois();
		assertEquals(2, rois.size());
		assertEquals("0004-0001", rois.get(0).getName());
		assertEquals("0004-0002", rois.get(1).getName());
		assertEquals(3, rois.get(0).getContainedPoints().length);
		final Overlay over = results.overlay(), onMask = results.mask().getOverlay();
		for (final Roi roi : new Roi[]{ rois.get(1), over.get(1), onMask.get(1) }) {
			assertEquals(0, roi.getPosition());
			assertEquals(0, roi.getCPosition());
			assertEquals(2, roi.getZPosition());
			assertEquals(2, roi.getTPosition());
			assertEquals(new java.awt.Rectangle(3, 2, 1, 1), roi.getBounds());
		}
	}

	/** Colours and words of the bar: the darkest at 0, the brightest at ln 2 = 0.69. */
	@Test
	public void mapsHaveABarOfTheirColours() {
		final ImagePlus map = results(new ResultOptions()).uncertainty();
		final Overlay bar = map.getOverlay();
		final Roi first = bar.get(0), last = bar.get(bar.size() - 3);
		assertEquals(new java.awt.Color(map.getLuts()[0].getRGB(0)), first.getFillColor());
		assertEquals(new java.awt.Color(map.getLuts()[0].getRGB(255)), last.getFillColor());
		assertEquals(12 * first.getBounds().height,
			last.getBounds().x + last.getBounds().width - first.getBounds().x);
		assertEquals("0", ((ij.gui.TextRoi) bar.get(bar.size() - 2)).getText().trim());
		assertEquals("0.69 nats", ((ij.gui.TextRoi) bar.get(bar.size() - 1)).getText().trim());
		for (final Roi part : bar)
			assertEquals("on all slices", 0, part.getPosition());
	}

	@Test
	public void tableIsCalibrated() {
		calibrate();
		input.getStack().setSliceLabel("well A1\nmore", input.getStackIndex(1, 2, 2));
		final ResultsTable table = results(new ResultOptions()).table();
		assertEquals(2, table.size());
		assertArrayEquals(new String[]{ "Image", "Slice", "Object", "Area", "Pixels", "X", "Y",
			"Mean probability", "Mean uncertainty", "ROI" }, table.getHeadings());
		assertEquals("well A1", table.getStringValue("Image", 0));
		assertEquals("0004-0002", table.getStringValue("ROI", 1));
		// pixels (1, 0), (0, 1), (1, 2): centroid 7/6, 3/2; probabilities 0.75, 1, 0.5; uncertainties 1, 4, 9 / 32
		row(table, 0, 4, 1, 3 * 0.125, 3, (7 / 6.0 - 1) * 0.5, 1.5 * 0.25, 0.75, 14 / 96.0);
		row(table, 1, 4, 2, 0.125, 1, (3.5 - 1) * 0.5, 2.5 * 0.25, 0.5, 11 / 32.0);
	}

	private static void row(final ResultsTable table, final int row, final double... expected) {
		for (int i = 0; i < expected.length; i++)
			assertEquals(table.getHeadings()[i + 1], expected[i],
				table.getValue(table.getHeadings()[i + 1], row), 1e-9);
	}

	@Test
	public void samplesMustComeInOrderAndWhole() {
		final ResultStacks results = new ResultStacks(input, new ObjectAnalysis(),
			new ResultOptions());
		assertThrows(IllegalStateException.class, () -> results.accept(1, empty()));
		results.accept(0, empty());
		assertThrows(IllegalStateException.class, results::mask);
		assertThrows(IllegalStateException.class, results::rois);
		assertThrows(IllegalArgumentException.class, () -> results.accept(1, new UncertaintyMaps(3,
			4, 1, new float[12], new float[12], new float[12], new float[12])));
		for (int i = 1; i < 6; i++)
			results.accept(i, empty());
		assertThrows(IllegalStateException.class, () -> results.accept(6, empty()));
		assertEquals(0, results.table().size());
	}
}
