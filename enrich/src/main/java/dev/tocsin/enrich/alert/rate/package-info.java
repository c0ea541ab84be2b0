/** Alerts about rates: a topic in the news far more than usual, a feed that falls silent. */
@NullMarked
package dev.tocsin.enrich.alert.rate;

import org.jspecify.annotations.NullMarked;
