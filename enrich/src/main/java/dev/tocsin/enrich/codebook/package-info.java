/** All that articles are read by, and the exchange of it while the program runs. */
@NullMarked
package dev.tocsin.enrich.codebook;

import org.jspecify.annotations.NullMarked;
