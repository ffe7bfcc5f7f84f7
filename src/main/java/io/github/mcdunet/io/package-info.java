/**
 * The ground floor: files written whole or not at all, tables, hashes, numbers as text, and what
 * Java may take of the memory.
 */
package io.github.mcdunet.io;
