package io.github.mcdunet.exchange.dl4j;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.mcdunet.inference.MapKind;
import io.github.mcdunet.inference.UncertaintyMaps;
import io.github.mcdunet.network.file.ModelFile;

import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Runs the script of the folder macros/ that uses ND4J, with two engines. */
public class Nd4jScriptTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter printed = new StringWriter();

	private UncertaintyMaps run(final String engine) throws Exception {
		final ScriptEngine groovy = new ScriptEngineManager().getEngineByName("groovy");
		groovy.getContext().setWriter(printed);
		groovy.put("folder", folder.getRoot().toString());
		groovy.put("engine", engine);
		groovy.put("number", 8);
		groovy.put("size", 32);
		groovy.put("epochs", 2);
		groovy.put("samples", 3);
		try (Reader script = Files.newBufferedReader(Path.of("macros/Nd4j_And_Dl4j.groovy"))) {
			groovy.eval(script);
		}
		return (UncertaintyMaps) groovy.get("maps");
	}

	@Test
	public void bothEnginesGiveTheSameModelAndMaps() throws Exception {
		final Path file = folder.getRoot().toPath().resolve("worms.mcdunet.zip");
		final UncertaintyMaps nd4j = run("nd4j");
		final String weights = ModelFile.read(file).parameters().sha256();
		assertTrue(printed.toString(), printed.toString().contains("Images: [8, 2, 32, 32]")
			&& printed.toString().contains("Engine: ND4J "));
		final UncertaintyMaps oneDnn = run("onednn");
		assertEquals(weights, ModelFile.read(file).parameters().sha256());
		for (final MapKind kind : new MapKind[]{ MapKind.PROBABILITY, MapKind.ENTROPY,
			MapKind.MUTUAL_INFORMATION, MapKind.VARIANCE })
			assertArrayEquals(kind.label(), oneDnn.get(kind), nd4j.get(kind), 0);
	}
}
