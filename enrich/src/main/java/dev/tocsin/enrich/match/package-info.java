/** All terms of a taxonomy in one automaton, and the hits it finds in a text. */
@NullMarked
package dev.tocsin.enrich.match;

import org.jspecify.annotations.NullMarked;
