/** Event types, places and actors of an article in one pass over its words. */
@NullMarked
package dev.tocsin.enrich.annotate;

import org.jspecify.annotations.NullMarked;
