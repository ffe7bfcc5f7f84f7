/** How good a mask is against the truth: Dice and its kin, per image and over a set. */
package io.github.mcdunet.evaluation;
