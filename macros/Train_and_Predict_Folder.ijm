// Trains on a folder of image and mask files, then predicts the same images and saves the results beside the model.
// Argument: folder,image pattern,mask pattern,channels,size,epochs,samples,model file
// Without an argument it asks for the folder.

settings = split(getArgument(), ",");
if (settings.length < 8) {
	folder = getDirectory("Folder with images and masks");
	settings = newArray(folder, "*_image.tif", "*_mask.tif", 1, 0, 200, 20, folder + "model.mcdunet.zip");
}
model = settings[7];
results = File.getParent(model) + File.separator;

run("Import Training Folder...", "folder=[" + settings[0] + "] imagepattern=[" + settings[1] + "] maskpattern=["
	+ settings[2] + "] channels=" + settings[3] + " size=" + settings[4]);
images = getTitle();
run("Train U-Net...", "images=[" + images + "] truth=[Mask stack] masks=[" + images + " truth] modelfile=[" + model + "]"
	+ " network=[MC dropout U-Net] epochs=" + settings[5] + " batchsize=4 learningrate=0.001 patience=20"
	+ " trainingsize=0 sizing=Resize normalization=Maximum validationfraction=0.2 testfraction=0"
	+ " seed=1 startmodel=[] augment=true");
run("Predict with U-Net...", "images=[" + images + "] modelfile=[" + model + "] samples=" + settings[6]
	+ " threshold=0.5 minimumarea=0 seed=1 mutualinformation=true variance=false entropyparts=false"
	+ " roifile=[" + results + "rois.zip] csvfile=[" + results + "objects.csv]");
selectImage(images + " mask");
saveAs("Tiff", results + "mask.tif");
