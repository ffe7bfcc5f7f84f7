/** How a network learns: settings, batches, early stopping, history, the trainer. */
package io.github.mcdunet.training;
