package io.github.mcdunet.network.engine;

/** Maximum over 2 x 2 pixels, with its way back. */
public interface MaxPool {

	/** src -&gt; dst. */
	void forward();

	/** diffDst -&gt; diffSrc, 0 where there was no maximum. */
	void backward();
}
