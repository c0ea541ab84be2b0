/** What alert rules cost. */
@NullMarked
package dev.tocsin.bench.alerts;

import org.jspecify.annotations.NullMarked;
