/**
 * ImgLib2 images as ND4J arrays and back. For those who have ND4J on the class path; nothing else
 * of the plugin needs this package.
 */
package io.github.mcdunet.nd4j;
