/** What prints the figures that docs/performance.md quotes. */
@NullMarked
package dev.tocsin.bench;

import org.jspecify.annotations.NullMarked;
