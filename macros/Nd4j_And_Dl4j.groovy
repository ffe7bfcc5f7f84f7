// From images with masks through ND4J's arrays to a trained model, its maps and a file of DL4J: for Fiji's script editor, or any program with
// a Groovy engine. Needs ND4J and DL4J on the class path (docs/nd4j.md).
// Variables, if any: folder (for the results), images, masks (files of two stacks), number, size (of worms, without those), epochs, samples, engine

import ij.IJ
import io.github.mcdunet.Progress
import io.github.mcdunet.dataset.synthetic.SyntheticWorms
import io.github.mcdunet.exchange.dl4j.Dl4jFile
import io.github.mcdunet.exchange.dl4j.Dl4jNetwork
import io.github.mcdunet.exchange.dl4j.Nd4jMaps
import io.github.mcdunet.imagej.Datasets
import io.github.mcdunet.inference.MapKind
import io.github.mcdunet.nd4j.Nd4jImages
import io.github.mcdunet.network.file.ModelFile
import io.github.mcdunet.training.TrainingSettings
import io.github.mcdunet.workflow.Predictor
import io.github.mcdunet.workflow.Training
import net.imglib2.view.Views

import java.nio.file.Paths

given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
folder = given("folder", System.getProperty("java.io.tmpdir"))
images = given("images", "")
masks = given("masks", "")
before = System.getProperty("mcdunet.engine")
System.setProperty("mcdunet.engine", given("engine", "nd4j"))
try {
	data = images ? Datasets.of(IJ.openImage(images), IJ.openImage(masks)) : new SyntheticWorms(given("size", 128)).generate(given("number", 40), 1)

	// All images as one array [N, C, H, W], and the first of them as an ImgLib2 image on its memory
	array = Nd4jImages.copy(data.images().collect { it.image() })
	println "Images: " + Arrays.toString(array.shape())
	first = Views.hyperSlice(Nd4jImages.view(array), 3, 0)

	// The tensors of training and prediction are arrays, too
	settings = TrainingSettings.defaults().epochs(given("epochs", 60)).seed(1)
	model = new Training(settings).run(data, Progress.NONE).model()
	println "Engine: " + model.manifest().get("engine")
	maps = new Predictor(model).samples(given("samples", 20)).seed(1).run(first, Progress.NONE)
	both = Nd4jMaps.copy(maps, MapKind.PROBABILITY, MapKind.ENTROPY)
	println "Mean probability: " + both.slice(0).slice(0).meanNumber()

	// A file for DL4J, and back
	file = Paths.get(folder, "worms.dl4j.zip")
	Dl4jFile.write(model, file, Dl4jNetwork.DropoutMode.ALWAYS)
	ModelFile.write(Dl4jFile.read(file), Paths.get(folder, "worms.mcdunet.zip"))
} finally {
	if (before == null) System.clearProperty("mcdunet.engine")
	else System.setProperty("mcdunet.engine", before)
}
