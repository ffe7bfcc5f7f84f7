// Predicts a stack, ranks its images by how many pixels are probably wrong, and opens the review of the most uncertain ones.
// Argument: stack file,model file,images to review,samples,table file
// Without an argument it takes the active stack and asks for the model. See docs/commands/review-uncertain.md.

settings = split(getArgument(), ",");
if (settings.length < 5) {
	if (nImages == 0) exit("Open the stack to predict first.");
	settings = newArray("", File.openDialog("Model file"), 5, 20, getDirectory("temp") + "review.csv");
}
else open(settings[0]);
images = getTitle();
table = settings[4];

run("Predict with U-Net...", "images=[" + images + "] modelfile=[" + settings[1] + "] samples=" + settings[3]
	+ " threshold=0.5 minimumarea=0 seed=1 mutualinformation=false variance=false entropyparts=false confidence=true calibrate=false"
	+ " roifile=[] csvfile=[]");
name = replace(images, "\\.[a-zA-Z]+$", ""); // the results' titles begin with the images' title without its ending

run("Review Uncertain Objects...", "images=[" + images + "] mask=[" + name + " mask] probability=[" + name + " probability]"
	+ " uncertainty=[" + name + " uncertainty] mostuncertain=" + settings[2] + " smallestmissed=20 includeunreviewed=false"
	+ " showwindow=true csvfile=[" + table + "]");

// The table of the images: Image, Slice, Places, Wrong pixels, Share, Cumulative share
rows = split(File.openAsString(replace(table, ".csv", "-images.csv")), "\n");
for (i = 1; i <= minOf(settings[2], rows.length - 1); i++) {
	cells = split(rows[i], ",");
	print(cells[0] + ": about " + d2s(cells[cells.length - 3], 0) + " pixels are probably wrong");
}
