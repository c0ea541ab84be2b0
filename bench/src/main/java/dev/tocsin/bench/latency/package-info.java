/** How long it takes from a feed's body to a webhook, through all parts. */
@NullMarked
package dev.tocsin.bench.latency;

import org.jspecify.annotations.NullMarked;
