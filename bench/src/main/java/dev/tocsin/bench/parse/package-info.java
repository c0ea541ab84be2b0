/** Feed parsing beside plain ROME and a bare scan, on one thread. */
@NullMarked
package dev.tocsin.bench.parse;

import org.jspecify.annotations.NullMarked;
