/**
 * Plain ImageJ's way to the commands: a line of plugins.config names the command, this package asks
 * for its parameters (dialog or macro options), runs it and shows what comes out. Not used in Fiji,
 * where ImageJ2 does all that.
 */
package io.github.mcdunet.bridge;
