/** Windows and pictures: the figure of a prediction, the curves of a training. Pictures are drawn without a screen. */
package io.github.mcdunet.view;
