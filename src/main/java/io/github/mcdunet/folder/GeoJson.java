package io.github.mcdunet.folder;

import com.google.gson.stream.JsonWriter;

import io.github.mcdunet.dataset.LabelClass;
import io.github.mcdunet.io.SafeFile;
import io.github.mcdunet.objects.ObjectPixels;
import io.github.mcdunet.objects.PixelPolygon;
import io.github.mcdunet.workflow.SegmentedImage;
import io.github.mcdunet.workflow.SegmentedObject;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of one image as a GeoJSON file (RFC 7946), as QuPath reads it when the file is
 * dropped on the image: outlines in pixels from the top left corner, holes included, with name,
 * class and measurements.
 */
public final class GeoJson {

	/**
	 * An object of the file.
	 *
	 * @param name shown beside it
	 * @param className its class
	 * @param rgb colour of the class, 0xrrggbb
	 * @param measurements numbers by their names; those that are not finite are left out
	 * @param polygons at least one
	 */
	public record Feature(String name, String className, int rgb, Map<String, Double> measurements,
		List<PixelPolygon> polygons) {
	}

	private GeoJson() {
	}

	/**
	 * What the file says of an image's objects.
	 *
	 * @param classes that they may be of, the background first
	 */
	public static List<Feature> features(final SegmentedImage image,
		final List<LabelClass> classes) {
		final int[][] pixels = ObjectPixels.of(image.labels());
		final List<Feature> features = new ArrayList<>();
		for (final SegmentedObject object : image.objects()) {
			final int label = object.features().label();
			final LabelClass of = classes.get(object.features().ofClass());
			features.add(new Feature("Object " + label, of.name(), of.color(), numbers(object),
				PixelPolygon.of(pixels[label - 1], image.labels().width())));
		}
		return features;
	}

	private static Map<String, Double> numbers(final SegmentedObject object) {
		final Map<String, Double> numbers = new LinkedHashMap<>();
		numbers.put("Pixels", (double) object.features().area());
		numbers.put("Mean probability", object.features().meanProbability());
		numbers.put("Mean uncertainty", object.features().meanUncertainty());
		object.measurement().ifPresent(m -> {
			numbers.put("Confidence", m.agreement());
			numbers.put("Exists", m.existence());
			numbers.put("Two or more", m.split());
			numbers.put("One with a neighbour", m.joined());
			numbers.put("Of this class", m.ofClass());
			numbers.put("Area", m.area().value());
			numbers.put("Length", m.length().value());
		});
		object.predictedIou().ifPresent(q -> numbers.put("Predicted IoU", q.value()));
		return numbers;
	}

	/**
	 * Writes or replaces the file.
	 *
	 * @throws io.github.mcdunet.McdUnetException if it cannot be written
	 */
	public static void write(final Path file, final List<Feature> features) {
		SafeFile.write(file, "outlines", out -> write(out, features));
	}

	/** Whether such a file is there and ends as one does. */
	static boolean isWhole(final Path file) {
		if (!Files.isRegularFile(file)) return false;
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (in.length() < 2) return false;
			in.seek(in.length() - 2);
			return in.read() == ']' && in.read() == '}';
		}
		catch (final IOException e) {
			return false;
		}
	}

	private static void write(final OutputStream out, final List<Feature> features)
		throws IOException {
		final JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		json.beginObject().name("type").value("FeatureCollection").name("features").beginArray();
		for (final Feature feature : features)
			write(json, feature);
		json.endArray().endObject().flush();
	}

	private static void write(final JsonWriter json, final Feature feature) throws IOException {
		json.beginObject().name("type").value("Feature").name("geometry").beginObject();
		final List<PixelPolygon> polygons = feature.polygons();
		// An object whose parts touch by a corner only is one of several polygons
		json.name("type").value(polygons.size() == 1 ? "Polygon" : "MultiPolygon");
		json.name("coordinates");
		if (polygons.size() > 1) json.beginArray();
		for (final PixelPolygon polygon : polygons)
			write(json, polygon);
		if (polygons.size() > 1) json.endArray();
		json.endObject().name("properties").beginObject();
		json.name("objectType").value("detection").name("name").value(feature.name());
		json.name("classification").beginObject().name("name").value(feature.className());
		json.name("color").beginArray().value(feature.rgb() >> 16 & 0xff)
			.value(feature.rgb() >> 8 & 0xff).value(feature.rgb() & 0xff).endArray().endObject();
		json.name("measurements").beginObject();
		for (final Map.Entry<String, Double> measurement : feature.measurements().entrySet())
			if (Double.isFinite(measurement.getValue()))
				json.name(measurement.getKey()).value(measurement.getValue());
		json.endObject().endObject().endObject();
	}

	private static void write(final JsonWriter json, final PixelPolygon polygon)
		throws IOException {
		json.beginArray();
		for (final int[] ring : polygon.rings()) {
			json.beginArray();
			for (int i = 0; i <= ring.length; i += 2)
				json.beginArray().value(ring[i % ring.length]).value(ring[i % ring.length + 1])
					.endArray();
			json.endArray();
		}
		json.endArray();
	}
}
