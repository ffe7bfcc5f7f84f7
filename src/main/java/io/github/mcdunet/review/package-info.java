/** What is to be looked at first in a prediction, and what a person has decided. */
package io.github.mcdunet.review;
