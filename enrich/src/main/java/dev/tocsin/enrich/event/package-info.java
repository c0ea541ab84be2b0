/** Event types: what happened, as data, and how a text is found to tell of it. */
@NullMarked
package dev.tocsin.enrich.event;

import org.jspecify.annotations.NullMarked;
