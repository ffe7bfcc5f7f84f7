/**
 * How good a mask is against the truth (Dice and its kin), and whether its probability and
 * uncertainty may be trusted (calibration, error detection); per image and over a set.
 */
package io.github.mcdunet.evaluation;
