/**
 * Makes the Fiji update site and the zip for plain ImageJ. Run by the Maven profile update-site; no
 * part of the plug-in.
 */
package io.github.mcdunet.updatesite;
