package io.github.mcdunet.imagej.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import ij.IJ;
import ij.ImagePlus;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.imagej.tiff.WrittenTiff;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What nobody here reads is left to Bio-Formats, if it is there: here stands another for it. */
public class BioFormatsTest {

	private static final String READER = "package loci.plugins; public class BF { "
		+ "public static ij.ImagePlus[] openImagePlus(String path) { "
		+ "return new ij.ImagePlus[] { ij.IJ.createImage(\"by Bio-Formats\", \"8-bit black\", 3, 2, 1) }; } }";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static void use(final ClassLoader loader) throws ReflectiveOperationException {
		final Method method = IJ.class.getDeclaredMethod("setClassLoader", ClassLoader.class);
		method.setAccessible(true);
		method.invoke(null, loader);
	}

	@Before
	public void compileTheOther() throws Exception {
		final Path source = folder.newFolder("loci", "plugins").toPath().resolve("BF.java");
		Files.writeString(source, READER);
		assertEquals(0,
			ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp",
				Path.of(IJ.class.getProtectionDomain().getCodeSource().getLocation().toURI())
					.toString(),
				source.toString()));
		use(new URLClassLoader(new URL[]{ folder.getRoot().toURI().toURL() },
			IJ.class.getClassLoader()));
	}

	@After
	public void takeItAway() {
		IJ.resetClassLoader();
	}

	private Path zstandard() throws Exception {
		final WrittenTiff tiff = new WrittenTiff();
		tiff.compression = 50000;
		return tiff.write(folder.getRoot().toPath().resolve("z.tif"), (p, s, x, y) -> x);
	}

	@Test
	public void itReadsWhatWeDoNot() throws Exception {
		for (final ImagePlus image : List.of(ImageFiles.open(zstandard()),
			MaskFiles.open(zstandard())))
			assertEquals("by Bio-Formats", image.getTitle());
	}

	@Test
	public void itIsNotAskedWhereWeReadOrNobodyCanTell() throws Exception {
		final WrittenTiff tiff = new WrittenTiff();
		tiff.tiled = true;
		final Path file = tiff.write(folder.getRoot().toPath().resolve("t.tif"), (p, s, x, y) -> x);
		assertEquals("t.tif", ImageFiles.open(file).getTitle());
		tiff.description = "<OME><Image><Pixels DimensionOrder=\"XYCZT\" SizeC=\"2\" SizeZ=\"1\" "
			+ "SizeT=\"1\"/></Image></OME>";
		tiff.write(file, (p, s, x, y) -> x);
		assertThrows(McdUnetException.class, () -> ImageFiles.open(file));
	}
}
