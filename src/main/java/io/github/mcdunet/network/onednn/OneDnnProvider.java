package io.github.mcdunet.network.onednn;

import io.github.mcdunet.McdUnetException;
import io.github.mcdunet.network.engine.Engine;
import io.github.mcdunet.network.engine.EngineProvider;
import io.github.mcdunet.network.engine.TensorMemory;

import java.util.Optional;
import java.util.Set;

import org.bytedeco.javacpp.Pointer;

/** oneDNN, the native library: many times as fast as Java on processors with AVX2. */
public final class OneDnnProvider implements EngineProvider {

	/** Processors for which oneDNN, as it is published, has its slow reference kernels only. */
	private static final Set<String> WITHOUT_KERNELS = Set.of("aarch64", "arm64");

	@Override
	public String id() {
		return "onednn";
	}

	@Override
	public boolean suits(final String processor) {
		return !WITHOUT_KERNELS.contains(processor) && problem().isEmpty()
			&& OneDnn.get().hasFastKernels();
	}

	@Override
	public Optional<String> notice(final String processor) {
		return WITHOUT_KERNELS.contains(processor) ? Optional.empty() : problem().map(p -> p
			.getMessage()
			+ " Until then the network computes in Java: the results are the same, but training and prediction take about four times as long.");
	}

	/** Why oneDNN cannot be used here, if it cannot. */
	private static Optional<McdUnetException> problem() {
		try {
			OneDnn.get();
			return Optional.empty();
		}
		catch (final McdUnetException e) {
			return Optional.of(e);
		}
	}

	@Override
	public String name() {
		return OneDnn.get().version();
	}

	@Override
	public Optional<String> library() {
		return Optional.of(OneDnn.get().library());
	}

	@Override
	public String instructionSet() {
		return OneDnn.get().instructionSet();
	}

	/** As many as there are processors, or what the variable OMP_NUM_THREADS says. */
	@Override
	public int threads() {
		final String wanted = System.getenv("OMP_NUM_THREADS");
		return wanted != null && wanted.matches("[1-9]\\d{0,4}") ? Integer.parseInt(wanted)
			: EngineProvider.super.threads();
	}

	/**
	 * What the computer has available, or less where JavaCPP's limit for the whole program is lower
	 * (four times Java's own, unless the person sets another). NB: JavaCPP's other limit is for
	 * what it allocates itself, which oneDNN's memory is not.
	 */
	@Override
	public long memory() {
		OneDnn.get();
		final long limit = Pointer.maxPhysicalBytes() > 0
			? Pointer.maxPhysicalBytes() - Pointer.physicalBytes() : Long.MAX_VALUE;
		return Math.max(0, Math.min(Pointer.availablePhysicalBytes(), limit));
	}

	@Override
	public Engine create() {
		return new OneDnnEngine(null);
	}

	@Override
	public Engine create(final TensorMemory memory) {
		return new OneDnnEngine(memory);
	}
}
