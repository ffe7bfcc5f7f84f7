// Trains an MC dropout U-Net on made-up pictures of worms, predicts new pictures and compares the result with the truth.
// Runs as it is, with or without a screen. Argument, if any: folder,number of images,size,epochs,samples

settings = split(getArgument(), ",");
if (settings.length < 5) settings = newArray(getDirectory("temp"), 40, 128, 60, 20);
folder = settings[0] + File.separator;
sample = "number=" + settings[1] + " size=" + settings[2];
model = folder + "worms.mcdunet.zip";

// Learn
run("Open Sample Worms...", sample + " seed=1");
run("Train U-Net...", "images=Worms truth=[Mask stack] masks=[Worms truth] modelfile=[" + model + "]"
	+ " network=[MC dropout U-Net] epochs=" + settings[3] + " showwindow=true");
close("Worms");
close("Worms truth");

// Predict images that the network has never seen
run("Open Sample Worms...", sample + " seed=2");
run("Predict with U-Net...", "images=Worms modelfile=[" + model + "] samples=" + settings[4] + " threshold=0.5"
	+ " minimumarea=20 seed=1 mutualinformation=false variance=false entropyparts=false confidence=true calibrate=false results=[Separate images]"
	+ " roifile=[" + folder + "worms-rois.zip] csvfile=[" + folder + "worms-objects.csv]");

// Compare
run("Evaluate U-Net...", "prediction=[Worms mask] truth=[Worms truth] csvfile=[" + folder + "worms-scores.csv]");
