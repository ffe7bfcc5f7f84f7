/** The ground floor: files written whole or not at all, tables, hashes. */
package io.github.mcdunet.io;
