package io.github.mcdunet.folder;

import ij.ImagePlus;

import java.util.Optional;

/**
 * What a folder's import gives: images and, if there are any, masks in the same order, and a report
 * of what did not pair.
 *
 * @param images channels, and one frame per image, labelled by its name
 * @param masks 8 bit, 0 and 255, one frame per image; empty if none were to be imported
 * @param report how many images were imported, and a line for each file or image that was left out,
 * with the reason
 */
public record ImportedStacks(ImagePlus images, Optional<ImagePlus> masks, String report) {
}
