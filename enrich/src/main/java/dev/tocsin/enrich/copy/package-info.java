/** Finds texts that are (nearly) the same, whoever carries them. */
@NullMarked
package dev.tocsin.enrich.copy;

import org.jspecify.annotations.NullMarked;
