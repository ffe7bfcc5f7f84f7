package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.command.Predict;

import java.util.Locale;

import org.junit.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

public class TypedNumberTest {

	private static final CommandInfo PREDICT = new CommandInfo(Predict.class);

	private static Number read(final String parameter, final String text) {
		final ModuleItem<?> item = PREDICT.getInput(parameter);
		return TypedNumber.of(item, text);
	}

	@Test
	public void commaAndPointAreTheSameInEveryCountry() {
		final Locale before = Locale.getDefault();
		try {
			for (final String language : new String[]{ "en-US", "de-DE", "ar-EG" }) {
				Locale.setDefault(Locale.forLanguageTag(language));
				for (final String text : new String[]{ "0.5", "0,5", " ,5", "5e-1", "0,500" })
					assertEquals(text, 0.5, read("threshold", text));
				assertEquals(1e-7, read("threshold", "1,0E-7"));
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	public void wholeNumbersMayHaveAPoint() {
		for (final String text : new String[]{ "20", "20.0", "20,", "2e1", "+20" })
			assertEquals(text, 20, read("samples", text));
		assertEquals(9007199254740993L, read("seed", "9007199254740993"));
	}

	@Test
	public void whatIsNoNumberOrTwoIsRefused() {
		assertRefused("samples", "20.5", "must be a whole number, not '20.5'");
		assertRefused("samples", "3000000000", "not so large");
		assertRefused("samples", "many", "must be a number, not 'many'");
		assertRefused("samples", "1.000", "1 or a thousand times that");
		assertRefused("threshold", "1,000", "1 or a thousand times that");
		for (final String text : new String[]{ "", "1 000", "0.5.1", "NaN", "1,2.3", "0x10" })
			assertRefused("threshold", text, "must be a number");
	}

	private static void assertRefused(final String parameter, final String text,
		final String reason) {
		final String message = assertThrows(text, McdUnetException.class,
			() -> read(parameter, text)).getMessage();
		assertTrue(message, message.contains(reason));
	}
}
