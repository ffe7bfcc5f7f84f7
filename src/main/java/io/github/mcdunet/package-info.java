/**
 * The words everybody may use: {@link io.github.mcdunet.Progress} and
 * {@link io.github.mcdunet.McdUnetException}.
 */
package io.github.mcdunet;
