/**
 * What makes SciJava's dialogs ours: two steps, forecasts, and sentences for whatever is missing.
 */
package io.github.mcdunet.command.dialog;
