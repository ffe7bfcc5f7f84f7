package io.github.mcdunet.network.file;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place in JSON that a stranger wrote, which says by name what is missing or of the wrong kind.
 * Strict: by RFC 8259, nested at most 16 deep, no name twice in an object.
 */
public final class StrictJson {

	private static final int DEEPEST = 16;

	/** A number as it is written, which says more than a double can hold. */
	private record Digits(String text) {
	}

	private final String path;
	/** Map, List, String, Digits, Boolean or null. */
	private final Object value;

	private StrictJson(final String path, final Object value) {
		this.path = path;
		this.value = value;
	}

	/** @throws FileFault if this is not one JSON object in UTF-8 */
	public static StrictJson parse(final String name, final byte[] bytes) throws FileFault {
		final JsonReader reader = new JsonReader(new StringReader(CheckedZip.utf8(name, bytes)));
		try {
			if (reader.peek() != JsonToken.BEGIN_OBJECT)
				throw new FileFault(name + " is not a JSON object");
			final Object root = read(name, reader, 1);
			reader.peek(); // NB: fails if anything follows
			return new StrictJson(name, root);
		}
		catch (final IOException | IllegalStateException | NumberFormatException e) {
			throw new FileFault(name + " is not valid JSON", e);
		}
	}

	/** @param depth of what comes next, were it an object or a list */
	private static Object read(final String name, final JsonReader reader, final int depth)
		throws IOException, FileFault {
		switch (reader.peek()) {
			case BEGIN_OBJECT :
				reader.beginObject();
				checkDepth(name, depth);
				final Map<String, Object> object = new LinkedHashMap<>();
				while (reader.hasNext()) {
					final String key = reader.nextName();
					if (object.containsKey(key))
						throw new FileFault("the entry \"" + key + "\" is there twice");
					object.put(key, read(name, reader, depth + 1));
				}
				reader.endObject();
				return object;
			case BEGIN_ARRAY :
				reader.beginArray();
				checkDepth(name, depth);
				final List<Object> list = new ArrayList<>();
				while (reader.hasNext())
					list.add(read(name, reader, depth + 1));
				reader.endArray();
				return list;
			case STRING :
				return reader.nextString();
			case NUMBER :
				return new Digits(reader.nextString());
			case BOOLEAN :
				return reader.nextBoolean();
			default :
				reader.nextNull();
				return null;
		}
	}

	private static void checkDepth(final String name, final int depth) throws FileFault {
		if (depth > DEEPEST) throw new FileFault(name + " is nested too deeply");
	}

	/** As it is written into a file. */
	static byte[] bytes(final JsonObject json) {
		return (new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json)
			+ "\n").getBytes(StandardCharsets.UTF_8);
	}

	public StrictJson get(final String key) throws FileFault {
		if (!(value instanceof Map) || !((Map<?, ?>) value).containsKey(key))
			throw new FileFault("the entry \"" + key + "\" is missing in " + path);
		return new StrictJson(path + "/" + key, ((Map<?, ?>) value).get(key));
	}

	public String text() throws FileFault {
		if (!(value instanceof String)) throw wrong("a text");
		return (String) value;
	}

	boolean truth() throws FileFault {
		if (!(value instanceof Boolean)) throw wrong("true or false");
		return (Boolean) value;
	}

	/** A whole number written as such, of at most 15 digits. */
	long whole() throws FileFault {
		final String digits = digits();
		if (!digits.matches("-?[0-9]{1,15}")) throw wrong("a whole number");
		return Long.parseLong(digits);
	}

	/** A whole number that fits an int. */
	public int integer() throws FileFault {
		final long whole = whole();
		if (whole != (int) whole) throw wrong("a number of this size");
		return (int) whole;
	}

	/** A finite number. */
	public double number() throws FileFault {
		final double number = Double.parseDouble(digits());
		if (!Double.isFinite(number)) throw wrong("a finite number");
		return number;
	}

	private String digits() throws FileFault {
		if (!(value instanceof Digits) || ((Digits) value).text.length() > 64)
			throw wrong("a number");
		return ((Digits) value).text;
	}

	public List<StrictJson> items() throws FileFault {
		if (!(value instanceof List)) throw wrong("a list");
		final List<StrictJson> items = new ArrayList<>();
		for (final Object item : (List<?>) value)
			items.add(new StrictJson(path + "/" + items.size(), item));
		return items;
	}

	/** An object whose values are all texts, in the file's order. */
	Map<String, String> texts() throws FileFault {
		if (!(value instanceof Map)) throw wrong("a table");
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final Object key : ((Map<?, ?>) value).keySet())
			texts.put((String) key, get((String) key).text());
		return texts;
	}

	/** @throws FileFault unless this is exactly that text */
	public void expect(final String text) throws FileFault {
		if (!text().equals(text)) throw wrong("\"" + text + "\"");
	}

	/** @throws FileFault unless this is exactly that */
	public void expect(final boolean truth) throws FileFault {
		if (!Boolean.valueOf(truth).equals(value)) throw wrong(Boolean.toString(truth));
	}

	/** @throws FileFault unless this is null, which is JSON's word for nothing */
	public void expectNull() throws FileFault {
		if (value != null) throw wrong("empty");
	}

	/** The names in this object, in the file's order. */
	public Set<String> names() throws FileFault {
		if (!(value instanceof final Map<?, ?> map)) throw wrong("a table");
		final Set<String> names = new LinkedHashSet<>();
		map.keySet().forEach(name -> names.add((String) name));
		return names;
	}

	/** @throws FileFault unless this is exactly that whole number */
	public void expect(final long whole) throws FileFault {
		if (whole() != whole) throw wrong(Long.toString(whole));
	}

	/**
	 * @param newest the versions from 1 to this one can be read
	 * @throws FileFault unless this object has that format and such a version, and if the version
	 * is newer
	 */
	void expectFormat(final String format, final int newest) throws FileFault {
		get("format").expect(format);
		final long actual = get("version").whole();
		if (actual > newest) throw FileFault.newer(actual, newest);
		if (actual < 1) get("version").expect(newest);
	}

	boolean has(final String key) {
		return value instanceof Map && ((Map<?, ?>) value).containsKey(key);
	}

	private FileFault wrong(final String expected) {
		return new FileFault("the entry " + path + " is not " + expected);
	}
}
