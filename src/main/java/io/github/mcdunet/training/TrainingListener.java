package io.github.mcdunet.training;

/**
 * Looks on while a network is trained. Called from the thread that trains: implementations must be
 * quick. Whatever it asks for, the result of the training is the same.
 */
public interface TrainingListener {

	/** Looks away. */
	TrainingListener NONE = new TrainingListener() {

		@Override
		public void begin(final TrainingSettings settings, final int validationImages) {
			// nobody looks
		}

		@Override
		public void batch(final int epoch, final int done, final int batches) {
			// nobody looks
		}

		@Override
		public int previewImage() {
			return -1;
		}

		@Override
		public void preview(final Preview preview) {
			// nobody looks
		}

		@Override
		public void epoch(final History history) {
			// nobody looks
		}
	};

	/**
	 * Before the first epoch of this run.
	 *
	 * @param validationImages their number, at least 1
	 */
	void begin(TrainingSettings settings, int validationImages);

	/**
	 * Before each batch.
	 *
	 * @param epoch from 1
	 * @param done batches of this epoch that are done, 0..batches - 1
	 */
	void batch(int epoch, int done, int batches);

	/**
	 * Asked before each validation: of which validation image {@link #preview} shall be told.
	 *
	 * @return from 0; anything else is none
	 */
	int previewImage();

	/**
	 * What the network now makes of the image asked for, at the end of an epoch and before
	 * {@link #epoch}.
	 */
	void preview(Preview preview);

	/**
	 * At the end of each epoch, and before the first of a training that is resumed.
	 *
	 * @param history up to now; a copy, which does not change any more
	 */
	void epoch(History history);
}
