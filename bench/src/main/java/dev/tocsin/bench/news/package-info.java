/** Invented news, the same for the same seed. */
@NullMarked
package dev.tocsin.bench.news;

import org.jspecify.annotations.NullMarked;
