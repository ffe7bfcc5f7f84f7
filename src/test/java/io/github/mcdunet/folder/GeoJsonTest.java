package io.github.mcdunet.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.mcdunet.dataset.Labels;
import io.github.mcdunet.dataset.synthetic.SyntheticNuclei;
import io.github.mcdunet.objects.ObjectPixels;
import io.github.mcdunet.objects.PixelPolygon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GeoJsonTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void oneObjectByHand() throws IOException {
		final Map<String, Double> measurements = new LinkedHashMap<>();
		measurements.put("Area µm^2", 2.5);
		measurements.put("Mean uncertainty", Double.NaN);
		final Path file = folder.getRoot().toPath().resolve("a.geojson");
		GeoJson.write(file, List.of(new GeoJson.Feature("0001-0001", "nucleus \"a\"", 0xff8000,
			measurements, PixelPolygon.of(new int[]{ 5 }, 3))));
		assertEquals(
			"{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{'type':'Polygon','coordinates':[[[2,1],[3,1],[3,2],[2,2],[2,1]]]},"
				.replace('\'', '"')
				+ "'properties':{'objectType':'detection','name':'0001-0001','classification':{'name':'nucleus \\'a\\'','color':[255,128,0]},'measurements':{'Area µm^2':2.5}}}]}"
					.replace('\'', '"'),
			Files.readString(file));
	}

	@Test
	public void partsThatTouchByACornerAreAMultiPolygon() throws IOException {
		final Path file = folder.getRoot().toPath().resolve("a.geojson");
		GeoJson.write(file, List
			.of(new GeoJson.Feature("a", "b", 0, Map.of(), PixelPolygon.of(new int[]{ 0, 3 }, 2))));
		final JsonObject geometry = feature(file, 0).getAsJsonObject("geometry");
		assertEquals("MultiPolygon", geometry.get("type").getAsString());
		assertEquals(2, geometry.getAsJsonArray("coordinates").size());
	}

	/** Nuclei that touch: the file's polygons have as many pixels as the objects. */
	@Test
	public void areasAreThoseOfTheObjects() throws IOException {
		final Labels labels = new SyntheticNuclei(128).generate(1, 3).get(0).labels();
		final int[][] pixels = ObjectPixels.of(labels);
		final List<GeoJson.Feature> features = new ArrayList<>();
		for (final int[] object : pixels)
			features.add(new GeoJson.Feature("n", "nucleus", 0xff0000, Map.of(),
				PixelPolygon.of(object, labels.width())));
		final Path file = folder.getRoot().toPath().resolve("nuclei.geojson");
		GeoJson.write(file, features);
		for (int k = 0; k < pixels.length; k++) {
			final JsonObject geometry = feature(file, k).getAsJsonObject("geometry");
			double area = 0;
			final JsonArray polygons = new JsonArray();
			if (geometry.get("type").getAsString().equals("Polygon"))
				polygons.add(geometry.get("coordinates"));
			else
				polygons.addAll(geometry.getAsJsonArray("coordinates"));
			for (final JsonElement polygon : polygons)
				for (final JsonElement ring : polygon.getAsJsonArray())
					area += shoelace(ring.getAsJsonArray());
			assertEquals(pixels[k].length, area, 0);
		}
		assertFalse(Files.readString(file).isEmpty());
	}

	private static JsonObject feature(final Path file, final int k) throws IOException {
		return JsonParser.parseString(Files.readString(file)).getAsJsonObject()
			.getAsJsonArray("features").get(k).getAsJsonObject();
	}

	/** Closed rings: the first corner is there again at the end. */
	private static double shoelace(final JsonArray ring) {
		assertEquals(ring.get(0), ring.get(ring.size() - 1));
		double sum = 0;
		for (int i = 0; i + 1 < ring.size(); i++) {
			final JsonArray a = ring.get(i).getAsJsonArray(), b = ring.get(i + 1).getAsJsonArray();
			sum += a.get(0).getAsDouble() * b.get(1).getAsDouble()
				- b.get(0).getAsDouble() * a.get(1).getAsDouble();
		}
		return sum / 2;
	}
}
