/** Feed documents to entries: the only place that knows feed formats, ROME and HTML. */
@NullMarked
package dev.tocsin.ingest.parse;

import org.jspecify.annotations.NullMarked;
