// The whole job with the engine itself, without commands, dialogs or a screen: for a Fiji script editor, or any program with a Groovy engine.
// Opens images and masks, or makes worms up; trains, predicts what the training kept out, writes model and maps, and prints the Dice.
// Variables, if any: folder (for the results), images, masks (files of two stacks), number, size (of worms, without those), epochs, samples

import ij.IJ
import io.github.mcdunet.Progress
import io.github.mcdunet.dataset.synthetic.SyntheticWorms
import io.github.mcdunet.evaluation.EvaluationReport
import io.github.mcdunet.evaluation.Overlap
import io.github.mcdunet.imagej.Datasets
import io.github.mcdunet.imagej.ImageStacks
import io.github.mcdunet.imagej.result.ResultOptions
import io.github.mcdunet.imagej.result.ResultStacks
import io.github.mcdunet.network.file.ModelFile
import io.github.mcdunet.training.TrainingSettings
import io.github.mcdunet.workflow.ObjectAnalysis
import io.github.mcdunet.workflow.Predictor
import io.github.mcdunet.workflow.Training

import java.nio.file.Paths

given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
folder = given("folder", System.getProperty("java.io.tmpdir"))
images = given("images", "")
masks = given("masks", "")
epochs = given("epochs", 60)
samples = given("samples", 20)

// Images with their masks
data = images ? Datasets.of(IJ.openImage(images), IJ.openImage(masks)) : new SyntheticWorms(given("size", 128)).generate(given("number", 40), 1)

// Learn from most of them; every eighth is kept out
training = new Training(TrainingSettings.defaults().epochs(epochs).testFraction(0.125d).seed(1))
split = training.split(data)
model = training.run(data, split, Progress.NONE).model()
ModelFile.write(model, Paths.get(folder, "engine.mcdunet.zip"))
model.history().takeRight(1).each { println "Last epoch: " + it }

// Predict the others, one after the other
test = data.subset(split.test())
input = Datasets.images(test, "Test images")
analysis = new ObjectAnalysis(model)
results = new ResultStacks(input, analysis, new ResultOptions())
report = new EvaluationReport()
new Predictor(model).samples(samples).seed(1).sampleMasks(analysis.threshold()).run(ImageStacks.series(input), { i, maps ->
	results.accept(i, maps)
	report.add(test.get(i).name(), maps.mask(0.5d), test.get(i).labels())
}, Progress.NONE)

// Or one ImgLib2 image [X, Y, C], as numbers and without ImageJ
image = test.get(0).image()
seg = analysis.run(new Predictor(model).samples(samples).seed(1).sampleMasks(analysis.threshold()).run(image, Progress.NONE), image)
seg.objects().each { println "Object " + it.features().label() + ": " + it.features().area() + " pixels, confidence " + it.measurement().map { m -> m.agreement() }.orElse(null) }
println seg.objects().size() + " objects, predicted Dice " + seg.predictedDice().map { it.text() }.orElse("not known, as the model had too few validation images")

// Write the maps
IJ.saveAsTiff(results.probability(), Paths.get(folder, "probability.tif").toString())
IJ.saveAsTiff(results.mask(), Paths.get(folder, "mask.tif").toString())
IJ.saveAsTiff(results.uncertainty(), Paths.get(folder, "uncertainty.tif").toString())
println String.format(Locale.ROOT, "Median Dice of %d images: %.3f", test.size(), report.median(Overlap.&dice))
