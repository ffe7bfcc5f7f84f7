/**
 * Calibration and error detection: whether probabilities mean what they say, and whether the
 * uncertainty finds the errors.
 */
package io.github.mcdunet.evaluation.trust;
