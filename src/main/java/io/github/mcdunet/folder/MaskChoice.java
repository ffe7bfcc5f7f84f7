package io.github.mcdunet.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which mask belongs to which image: that of the same sub-folder and name, or else of the same name
 * if only one of each has it.
 */
final class MaskChoice {

	private final Map<String, List<Path>> masks;
	private final Map<String, List<Path>> byName = new HashMap<>();
	private final Map<String, Integer> images = new HashMap<>();

	/**
	 * @param masks by key
	 * @param images keys of all images
	 */
	MaskChoice(final Map<String, List<Path>> masks, final Set<String> images) {
		this.masks = masks;
		masks.forEach((key, files) -> byName.computeIfAbsent(name(key), k -> new ArrayList<>())
			.addAll(files));
		images.forEach(key -> this.images.merge(name(key), 1, Integer::sum));
	}

	/** @return none, one, or several where the names do not tell them apart */
	List<Path> of(final String image) {
		final List<Path> same = masks.get(image);
		if (same != null) return same;
		final String name = name(image);
		final List<Path> others = byName.getOrDefault(name, List.of());
		return others.size() == 1 && images.get(name) == 1 ? others : List.of();
	}

	private static String name(final String key) {
		return key.substring(key.lastIndexOf('/') + 1);
	}
}
