package io.github.mcdunet.inference;

/** Takes the maps of one image after another, in the order of the images. */
@FunctionalInterface
public interface MapsSink {

	void accept(int image, UncertaintyMaps maps);
}
