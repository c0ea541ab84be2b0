/** What ROME reads in a feed; the only place that knows its classes. */
@NullMarked
package dev.tocsin.ingest.parse.rome;

import org.jspecify.annotations.NullMarked;
