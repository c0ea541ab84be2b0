/** Clocks and statistics of the measurements. */
@NullMarked
package dev.tocsin.bench.measure;

import org.jspecify.annotations.NullMarked;
