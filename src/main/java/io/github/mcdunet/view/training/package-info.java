/** The window of a running training. */
package io.github.mcdunet.view.training;
