/** Time, memory and installation: what a job will take, before it begins. */
package io.github.mcdunet.forecast;
