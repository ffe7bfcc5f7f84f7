/** Made-up pictures of worms, nuclei and cells with their exact masks, objects and classes. */
package io.github.mcdunet.dataset.synthetic;
