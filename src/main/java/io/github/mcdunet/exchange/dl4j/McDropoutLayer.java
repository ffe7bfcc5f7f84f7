package io.github.mcdunet.exchange.dl4j;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * DL4J's dropout layer, but on in inference too, so that each call of a network's
 * {@code output(false, ...)} is one Monte Carlo sample, with batch norm in inference mode. (DL4J's
 * own way to keep dropout on, {@code output(true, ...)}, would switch batch norm to the statistics
 * of the batch, too.) The masks come from ND4J's random generator:
 * {@code Nd4j.getRandom().setSeed(...)} makes them repeatable. A program that restores a network
 * with this layer needs this class on its class path.
 */
public class McDropoutLayer extends DropoutLayer {

	private static final long serialVersionUID = 1L;

	/** @param idropout such as new Dropout(0.5), whose number is the probability to be RETAINED */
	public McDropoutLayer(@JsonProperty("idropout") final IDropout idropout) {
		super(idropout);
	}

	@Override
	public Layer instantiate(final NeuralNetConfiguration conf,
		final Collection<TrainingListener> listeners, final int index, final INDArray parameters,
		final boolean initialize, final DataType type) {
		final Active layer = new Active(conf, type);
		layer.setListeners(listeners);
		layer.setIndex(index);
		layer.setParamsViewArray(parameters);
		layer.setParamTable(initializer().init(conf, parameters, initialize));
		layer.setConf(conf);
		return layer;
	}

	/** The layer at work. */
	private static final class Active extends org.deeplearning4j.nn.layers.DropoutLayer {

		private static final long serialVersionUID = 1L;

		Active(final NeuralNetConfiguration conf, final DataType type) {
			super(conf, type);
		}

		@Override
		public INDArray activate(final boolean training, final LayerWorkspaceMgr workspaces) {
			return super.activate(true, workspaces);
		}
	}
}
