/**
 * Windows and pictures: the figure of a prediction, the curves of a training, the plots of a trust
 * report. Pictures are drawn without a screen.
 */
package io.github.mcdunet.view;
