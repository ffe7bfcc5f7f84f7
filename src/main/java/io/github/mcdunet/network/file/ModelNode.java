package io.github.mcdunet.network.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** A place in a JSON tree that says by name what is missing or of the wrong kind. */
final class ModelNode {

	private final String path;
	private final JsonElement element;

	ModelNode(final String path, final JsonElement element) {
		this.path = path;
		this.element = element;
	}

	ModelNode get(final String key) throws ModelFault {
		if (!element.isJsonObject() || !element.getAsJsonObject().has(key))
			throw new ModelFault("the entry \"" + key + "\" is missing in " + path);
		return new ModelNode(path + "/" + key, element.getAsJsonObject().get(key));
	}

	String text() throws ModelFault {
		if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString())
			throw wrong("a text");
		return element.getAsString();
	}

	/** A whole number written as such, of at most 15 digits. */
	long whole() throws ModelFault {
		final String digits = digits();
		if (!digits.matches("-?[0-9]{1,15}")) throw wrong("a whole number");
		return Long.parseLong(digits);
	}

	/** A whole number that fits an int. */
	int integer() throws ModelFault {
		final long value = whole();
		if (value != (int) value) throw wrong("a number of this size");
		return (int) value;
	}

	/** A finite number. */
	double number() throws ModelFault {
		final double value = Double.parseDouble(digits());
		if (!Double.isFinite(value)) throw wrong("a finite number");
		return value;
	}

	/** NB: not getAsInt(), which rounds 1.5 and takes forever with 1e999999999. */
	private String digits() throws ModelFault {
		final JsonPrimitive primitive = element.isJsonPrimitive() ? element.getAsJsonPrimitive()
			: null;
		if (primitive == null || !primitive.isNumber() || primitive.getAsString().length() > 64)
			throw wrong("a number");
		return primitive.getAsString();
	}

	List<ModelNode> items() throws ModelFault {
		if (!element.isJsonArray()) throw wrong("a list");
		final List<ModelNode> items = new ArrayList<>();
		for (final JsonElement e : element.getAsJsonArray())
			items.add(new ModelNode(path + "/" + items.size(), e));
		return items;
	}

	/** An object whose values are all texts, in the file's order. */
	Map<String, String> texts() throws ModelFault {
		if (!element.isJsonObject()) throw wrong("a table");
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final String key : element.getAsJsonObject().keySet())
			texts.put(key, get(key).text());
		return texts;
	}

	/** @throws ModelFault unless this is exactly that text */
	void expect(final String text) throws ModelFault {
		if (!text().equals(text)) throw wrong("\"" + text + "\"");
	}

	/** @throws ModelFault unless this is exactly that whole number */
	void expect(final long value) throws ModelFault {
		if (whole() != value) throw wrong(Long.toString(value));
	}

	private ModelFault wrong(final String expected) {
		return new ModelFault("the entry " + path + " is not " + expected);
	}
}
