package io.github.mcdunet.network.onednn;

import java.nio.charset.StandardCharsets;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * That oneDNN's threads sleep while they wait for each other. GCC's OpenMP lets them spin instead,
 * which on a computer with other work takes two to three times as long, unless the variable
 * OMP_WAIT_POLICY says otherwise when it is loaded. Java cannot set a variable of its own process,
 * and Fiji's launcher sets none, so the C library's list of variables is replaced by one that has
 * it. Java's own list, and that of programs it starts, stay as they are. On Linux alone.
 */
final class PassiveWaiting {

	static final String VARIABLE = "OMP_WAIT_POLICY";

	/** Of the C library: the address of a list of addresses, of which the last is 0. */
	private static final String LIST = "environ";

	private static final int MOST = 100_000;

	private PassiveWaiting() {
	}

	/** To be called before oneDNN is loaded; changes nothing where the person has set a policy. */
	static void ask() {
		if (!System.getProperty("os.name").equals("Linux") || System.getenv(VARIABLE) != null
			|| System.getenv("GOMP_SPINCOUNT") != null) return;
		Loader.load(Pointer.class);
		final Pointer address = Loader.addressof(LIST);
		if (address == null || address.isNull()) return;
		final PointerPointer<Pointer> list = new PointerPointer<>(address);
		if (list.get(0) == null) return;
		final PointerPointer<Pointer> old = new PointerPointer<>(list.get(0));
		int count = 0;
		while (count < MOST && old.get(count) != null)
			count++;
		if (count < MOST) list.put(0, longer(old, count));
	}

	/** NB: never given back, as the C library may read it until the program ends. */
	private static Pointer longer(final PointerPointer<Pointer> old, final int count) {
		final byte[] text = (VARIABLE + "=PASSIVE\0").getBytes(StandardCharsets.US_ASCII);
		final BytePointer variable = new BytePointer(Pointer.malloc(text.length));
		variable.put(text, 0, text.length);
		final PointerPointer<Pointer> list = new PointerPointer<>(
			Pointer.malloc((count + 2L) * Loader.sizeof(Pointer.class)));
		for (int i = 0; i < count; i++)
			list.put(i, old.get(i));
		return list.put(count, variable).put(count + 1L, (Pointer) null);
	}
}
