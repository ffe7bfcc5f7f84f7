/** From pixels to objects: connected components and what the maps say of each. */
package io.github.mcdunet.objects;
