/** Charts, on the screen and as files. */
package io.github.mcdunet.view.chart;
