/** The files that ImageJ reads and writes, and what their headers promise. */
package io.github.mcdunet.imagej.file;
