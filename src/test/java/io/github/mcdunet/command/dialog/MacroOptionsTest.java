package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

import org.junit.Test;

public class MacroOptionsTest {

	@Test
	public void plainBracketedQuotedAndBareValues() {
		final Map<String, String> values = MacroOptions.parse(
			"images=[my worms.tif] epochs=5 augment note='it is so' modelfile=/a/b.zip  nested=[a [b] c] ");
		assertEquals("my worms.tif", values.get("images"));
		assertEquals("5", values.get("epochs"));
		assertEquals("true", values.get("augment"));
		assertEquals("it is so", values.get("note"));
		assertEquals("/a/b.zip", values.get("modelfile"));
		assertEquals("a [b] c", values.get("nested"));
		assertEquals(6, values.size());
	}

	@Test
	public void orderIsThatOfTheText() {
		assertEquals(Arrays.asList("b", "a", "c"),
			new ArrayList<>(MacroOptions.parse("b=1 a=2 c=3").keySet()));
	}

	@Test
	public void aKeyInsideAValueIsNoKey() {
		final Map<String, String> values = MacroOptions.parse("folder=[/data/size=64 old] size=32");
		assertEquals("/data/size=64 old", values.get("folder"));
		assertEquals("32", values.get("size"));
	}

	@Test
	public void emptyValuesAndNothing() {
		assertEquals("", MacroOptions.parse("roifile=[] seed=1").get("roifile"));
		assertEquals("", MacroOptions.parse("roifile=").get("roifile"));
		assertTrue(MacroOptions.parse("   ").isEmpty());
	}

	@Test
	public void keysAreLowerCase() {
		assertEquals("3", MacroOptions.parse("batchSize=3").get("batchsize"));
	}

	@Test
	public void anUnclosedBracketIsNamed() {
		final McdUnetException e = assertThrows(McdUnetException.class,
			() -> MacroOptions.parse("folder=[/a b"));
		assertTrue(e.getMessage(),
			e.getMessage().contains("'folder'") && e.getMessage().contains("]"));
		assertThrows(McdUnetException.class, () -> MacroOptions.parse("folder='a b"));
	}
}
