package io.github.mcdunet.command.dialog;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class NearWordTest {

	private static final List<String> KNOWN = List.of("images", "masks", "modelfile", "epochs",
		"patience", "seed");

	@Test
	public void stepsAreCounted() {
		assertEquals(0, NearWord.distance("seed", "seed"));
		assertEquals(1, NearWord.distance("epoch", "epochs"));
		assertEquals(1, NearWord.distance("cuont", "count"));
		assertEquals(3, NearWord.distance("kitten", "sitting"));
		assertEquals(4, NearWord.distance("", "seed"));
	}

	@Test
	public void theMeantWordIsFoundAndNoOther() {
		assertEquals(Optional.of("epochs"), NearWord.to("epoch", KNOWN));
		assertEquals(Optional.of("images"), NearWord.to("image", KNOWN));
		assertEquals(Optional.of("masks"), NearWord.to("msaks", KNOWN));
		assertEquals(Optional.of("modelfile"), NearWord.to("model", KNOWN));
		assertEquals(Optional.of("modelfile"), NearWord.to("model_file", KNOWN));
		assertEquals(Optional.empty(), NearWord.to("colour", KNOWN));
		assertEquals(Optional.empty(), NearWord.to("x", KNOWN));
	}
}
