/** Made-up pictures of worms with their exact masks. */
package io.github.mcdunet.dataset.synthetic;
