package io.github.mcdunet.network.nd4j;

import io.github.mcdunet.network.engine.TensorMemory;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The tensors of one engine as arrays [N, H, W, C], which it owns. */
final class Nd4jMemory implements TensorMemory {

	private final List<INDArray> arrays = new ArrayList<>();

	@Override
	public FloatBuffer allocate(final int n, final int h, final int w, final int c) {
		// NB: the memory of a workspace, which DL4J opens while it trains, would be used anew
		try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
			final INDArray array = Nd4j.createUninitialized(DataType.FLOAT, n, h, w, c);
			arrays.add(array);
			return array.data().asNioFloat();
		}
	}

	/** What it has given out, in that order. */
	List<INDArray> arrays() {
		return List.copyOf(arrays);
	}

	@Override
	public void close() {
		arrays.forEach(INDArray::close);
		arrays.clear();
	}
}
