/** Alert rules as data, which articles fit them, and when a story is worth an alert. */
@NullMarked
package dev.tocsin.enrich.alert;

import org.jspecify.annotations.NullMarked;
