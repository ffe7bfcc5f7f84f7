// Trains on a folder of image and mask files, then predicts the same images and saves the results beside the model.
// Argument: folder,image pattern,mask pattern,size,epochs,samples,model file
// Without an argument it asks for the folder. The patterns here are those of BBBC010; see docs/commands/import-folder.md.

settings = split(getArgument(), ",");
if (settings.length < 7) {
	folder = getDirectory("Folder with images and masks");
	settings = newArray(folder, "*_{sample}_w{channel}_*.tif", "{sample}_binary.png", 400, 120, 20, folder + "model.mcdunet.zip");
}
model = settings[6];
results = File.getParent(model) + File.separator;

run("Import Training Folder...", "folder=[" + settings[0] + "] imagepattern=[" + settings[1] + "] maskpattern=["
	+ settings[2] + "] maskdirectory=[] size=" + settings[3]);
images = getTitle();
masks = replace(images, " images", " masks");
run("Train U-Net...", "images=[" + images + "] truth=[Mask stack] masks=[" + masks + "] modelfile=[" + model + "]"
	+ " network=[MC dropout U-Net] epochs=" + settings[4] + " showwindow=true");
run("Predict with U-Net...", "images=[" + images + "] modelfile=[" + model + "] samples=" + settings[5]
	+ " threshold=0.5 minimumarea=0 seed=1 mutualinformation=true variance=false entropyparts=false confidence=true calibrate=false results=[Separate images]"
	+ " roifile=[" + results + "rois.zip] csvfile=[" + results + "objects.csv]");
selectImage(images + " mask");
saveAs("Tiff", results + "mask.tif");
