/** Countries and places as data, and which of them a text is about. */
@NullMarked
package dev.tocsin.enrich.place;

import org.jspecify.annotations.NullMarked;
