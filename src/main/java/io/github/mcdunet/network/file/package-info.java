/**
 * Model and checkpoint files. Reading one never instantiates a class that it names and never
 * deserialises Java objects; whatever is wrong with a file becomes one sentence.
 */
package io.github.mcdunet.network.file;
