package io.github.mcdunet.command;

/** What the commands' lists offer. The words stand in people's macros: never change one. */
final class Choices {

	static final String MASK_STACK = "Mask stack";
	static final String LABEL_STACK = "Label stack";
	static final String CLASS_STACK = "Class stack";
	static final String OVERLAY = "Overlay";
	static final String ROI_MANAGER = "ROI Manager";

	static final String COMPLETE = "Complete";
	static final String SPARSE = "Only some pixels";

	static final String MASKS = "Masks";
	static final String LABEL_IMAGES = "Label images";
	static final String CLASS_MAPS = "Class maps";

	static final String CONNECTED = "Connected regions";
	static final String SEPARATED = "Separate touching objects";

	static final String MC_DROPOUT = "MC dropout U-Net";
	static final String PLAIN = "U-Net";

	static final String COSINE = "Cosine";
	static final String CONSTANT = "Constant";

	static final String RESIZE = "Resize";
	static final String CROP = "Crop";

	static final String EQUAL = "Equal";
	static final String BALANCED = "Balanced";

	static final String MAXIMUM = "Maximum";
	static final String PERCENTILES = "Percentiles 1 to 99.8";

	static final String BY_DROPOUT = "MC dropout";
	static final String BY_AUGMENTATION = "Test-time augmentation";
	static final String BY_ENSEMBLE = "Ensemble";
	static final String SIDE_BY_SIDE = "All side by side";

	static final String SEPARATE = "Separate images";
	static final String HYPERSTACK = "One hyperstack";

	static final String LEAVE_OUT = "Leave out";
	static final String BACKGROUND = "Background";

	static final String DICE = "Dice";
	static final String IOU = "IoU";
	static final String BOUNDARY_F1 = "Boundary F1";
	static final String OBJECT_F1 = "Object F1";

	static final String WORMS = "Worms";
	static final String NUCLEI = "Nuclei that touch";
	static final String CELLS = "Round cells and rods";

	static final String AUTO = "auto";
	static final String ONEDNN = "onednn";
	static final String PORTABLE = "portable";
	static final String ND4J = "nd4j";

	private Choices() {
	}
}
