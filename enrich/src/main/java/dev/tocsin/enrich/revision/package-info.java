/** Tells a first text from a changed one and from another feed's copy of the same article. */
@NullMarked
package dev.tocsin.enrich.revision;

import org.jspecify.annotations.NullMarked;
