// Trains a U-Net and an MC dropout U-Net on the same images, predicts images that neither has seen, and compares the masks.
// Runs as it is on made-up worms. Argument: folder for the results,epochs,samples,number of images,size
// On images of yours: folder for the results,epochs,samples,training folder,test folder,image pattern,mask pattern,size

settings = split(getArgument(), ",");
if (settings.length < 5) settings = newArray(getDirectory("temp"), 60, 20, 40, 128);
results = settings[0] + File.separator;
epochs = settings[1];
samples = settings[2];

openData(1);
train("U-Net", results + "plain.mcdunet.zip");
train("MC dropout U-Net", results + "dropout.mcdunet.zip");
close("Images");
close("Truth");

openData(2);
predict("U-Net", results + "plain.mcdunet.zip", 1);
predict("MC dropout U-Net", results + "dropout.mcdunet.zip", samples);
run("Compare Models...", "truth=Truth models=2 first=[U-Net] second=[MC dropout U-Net] third=[U-Net] score=Dice"
	+ " csvfile=[" + results + "compared.csv]");

// Opens the training images (1) or the test images (2) as "Images" and "Truth"
function openData(part) {
	if (settings.length < 8) {
		run("Open Sample Worms...", "number=" + settings[3] + " size=" + settings[4] + " seed=" + part);
		images = "Worms";
		masks = "Worms truth";
	}
	else {
		run("Import Training Folder...", "folder=[" + settings[2 + part] + "] imagepattern=[" + settings[5] + "] maskpattern=["
			+ settings[6] + "] maskdirectory=[] size=" + settings[7]);
		images = getTitle();
		masks = replace(images, " images", " masks");
	}
	selectImage(masks);
	rename("Truth");
	selectImage(images);
	rename("Images");
}

function train(network, model) {
	run("Train U-Net...", "images=Images truth=[Mask stack] masks=Truth modelfile=[" + model + "] network=[" + network + "]"
		+ " epochs=" + epochs + " batchsize=2 learningrate=0.005 schedule=Cosine patience=40"
		+ " trainingsize=0 sizing=Resize normalization=[Percentiles 1 to 99.8] validationfraction=0.2 testfraction=0"
		+ " seed=1 basefilters=8 depth=4 dropoutrate=0.5 momentum=0.9 startmodel=[] augment=true showwindow=true");
}

// Leaves the mask, titled by the network
function predict(network, model, number) {
	run("Predict with U-Net...", "images=Images modelfile=[" + model + "] samples=" + number + " threshold=0.5 minimumarea=0"
		+ " seed=1 mutualinformation=false variance=false entropyparts=false confidence=false calibrate=false roifile=[] csvfile=[]");
	selectImage("Images mask");
	rename(network);
	close("Images probability");
	close("Images uncertainty");
}
