/** The window in which a person reviews a prediction. */
package io.github.mcdunet.view.review;
