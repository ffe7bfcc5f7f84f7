/**
 * The verbs as a script calls them, without SciJava, windows or ImageJ: the front door.
 *
 * <pre>{@code
 * Dataset data = Datasets.of(images, masks);
 * TrainingResult result = new Training(TrainingSettings.defaults().seed(42)).run(data, Progress.NONE);
 * UncertaintyMaps maps = new Predictor(result.model()).samples(20).sampleMasks(0.5).run(image, Progress.NONE);
 * SegmentedImage seg = new ObjectAnalysis(result.model()).run(maps, image);
 * }</pre>
 *
 * The types that a script uses:
 * <ul>
 * <li>{@code imagej.Datasets}, {@link io.github.mcdunet.dataset.Dataset},
 * {@link io.github.mcdunet.dataset.Split}: images with masks, and which of them train</li>
 * <li>{@link io.github.mcdunet.training.TrainingSettings},
 * {@link io.github.mcdunet.workflow.Training}, {@link io.github.mcdunet.workflow.ResumedTraining},
 * {@link io.github.mcdunet.training.TrainingResult}</li>
 * <li>{@link io.github.mcdunet.network.UNetModel},
 * {@link io.github.mcdunet.network.file.ModelFile}</li>
 * <li>{@link io.github.mcdunet.workflow.Predictor},
 * {@link io.github.mcdunet.inference.UncertaintyMaps}</li>
 * <li>{@link io.github.mcdunet.workflow.ObjectAnalysis},
 * {@link io.github.mcdunet.workflow.SegmentedImage}: objects with their intervals, predicted Dice,
 * warnings</li>
 * <li>{@link io.github.mcdunet.workflow.Evaluation}: predicted masks against true ones</li>
 * <li>{@link io.github.mcdunet.Progress}, {@link io.github.mcdunet.McdUnetException}: how work
 * tells how far it is, is canceled, and says what is wrong</li>
 * </ul>
 */
package io.github.mcdunet.workflow;
