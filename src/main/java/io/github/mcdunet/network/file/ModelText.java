package io.github.mcdunet.network.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Strict reading of UTF-8 and JSON that a stranger wrote. */
final class ModelText {

	private static final int DEEPEST = 16;

	private ModelText() {
	}

	/** @throws ModelFault if the bytes are not valid UTF-8 */
	static String utf8(final String name, final byte[] bytes) throws ModelFault {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (final CharacterCodingException e) {
			throw new ModelFault(name + " is not text in UTF-8", e);
		}
	}

	/** One JSON object by RFC 8259, nested at most 16 deep, no name twice in an object. */
	static ModelNode json(final String name, final String text) throws ModelFault {
		try {
			check(name, text);
			return new ModelNode(name, JsonParser.parseString(text));
		}
		catch (final IOException | JsonParseException | IllegalStateException
			| NumberFormatException e) {
			throw new ModelFault(name + " is not valid JSON", e);
		}
	}

	/**
	 * NB: the parser itself is lenient and recursive, so all tokens pass a strict reader in a loop
	 * first.
	 */
	private static void check(final String name, final String text) throws IOException, ModelFault {
		final JsonReader reader = new JsonReader(new StringReader(text));
		final Deque<Set<String>> names = new ArrayDeque<>();
		if (reader.peek() != JsonToken.BEGIN_OBJECT)
			throw new ModelFault(name + " is not a JSON object");
		for (JsonToken next = reader.peek(); next != JsonToken.END_DOCUMENT; next = reader.peek()) {
			step(reader, next, names);
			if (names.size() > DEEPEST) throw new ModelFault(name + " is nested too deeply");
		}
	}

	private static void step(final JsonReader reader, final JsonToken next,
		final Deque<Set<String>> names) throws IOException, ModelFault {
		switch (next) {
			case BEGIN_OBJECT :
				reader.beginObject();
				names.push(new HashSet<>());
				break;
			case BEGIN_ARRAY :
				reader.beginArray();
				names.push(new HashSet<>());
				break;
			case END_OBJECT :
				reader.endObject();
				names.pop();
				break;
			case END_ARRAY :
				reader.endArray();
				names.pop();
				break;
			case NAME :
				final String key = reader.nextName();
				if (!names.element().add(key))
					throw new ModelFault("the entry \"" + key + "\" is there twice");
				break;
			default :
				reader.skipValue();
		}
	}
}
