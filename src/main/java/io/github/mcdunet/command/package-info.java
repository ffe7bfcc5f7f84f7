/**
 * The door: one SciJava command per menu entry. A command is a form: it checks what the person
 * gave, calls the workflow and hands back images, tables and files.
 */
package io.github.mcdunet.command;
