package io.github.mcdunet.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;

import org.junit.Test;

public class JavaGateTest {

	@Test
	public void versionsAreRead() {
		assertEquals(8, JavaGate.version("1.8"));
		assertEquals(11, JavaGate.version("11"));
		assertEquals(17, JavaGate.version("17"));
		assertEquals(21, JavaGate.version("21"));
	}

	@Test
	public void theSentenceSaysBothVersions() {
		final String said = JavaGate.refusal(8);
		assertTrue(said, said.contains("needs Java 17 or later"));
		assertTrue(said, said.contains("runs Java 8"));
	}

	/** What Java 8 can load is of class file version 52; the bridge behind it needs 61. */
	@Test
	public void java8CanLoadTheGate() throws IOException {
		assertEquals(52, classFileVersion(JavaGate.class));
		assertEquals(61, classFileVersion(CommandBridge.class));
	}

	private static int classFileVersion(final Class<?> type) throws IOException {
		try (DataInputStream in = new DataInputStream(
			type.getResourceAsStream(type.getSimpleName() + ".class"))) {
			assertEquals(0xCAFEBABE, in.readInt());
			in.readUnsignedShort();
			return in.readUnsignedShort();
		}
	}
}
