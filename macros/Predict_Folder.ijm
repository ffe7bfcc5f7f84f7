// Predicts every image of a folder with a model, and opens the table of the results. Run it again to go on after a cancel.
// Argument: folder,image pattern,mask pattern,samples,model file,folder for the results
// Without an argument it asks for folder and model. See docs/commands/predict-folder.md.

settings = split(getArgument(), ",");
if (settings.length < 6) {
	folder = getDirectory("Folder of the images");
	settings = newArray(folder, "*.tif", "", 20, File.openDialog("Model file"), folder + "mc-dropout-unet");
}
results = settings[5];
masks = "";
if (lengthOf(settings[2]) > 0) masks = " maskpattern=[" + settings[2] + "]";

run("Predict Folder...", "modelfile=[" + settings[4] + "] imagefolder=[" + settings[0] + "] imagepattern=[" + settings[1] + "]"
	+ " resultfolder=[" + results + "] samples=" + settings[3] + " threshold=0.5 minimumarea=0 seed=1"
	+ " mutualinformation=true variance=false entropyparts=false maskfolder=[]" + masks);
table = results + File.separator + "results.csv";
Table.open(table);
rows = split(File.openAsString(table), "\n");
print(rows.length - 1 + " images are in " + table);
