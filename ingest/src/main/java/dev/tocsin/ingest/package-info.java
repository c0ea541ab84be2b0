/** Feeds to articles. {@link dev.tocsin.ingest.Ingest} is the way in. */
@NullMarked
package dev.tocsin.ingest;

import org.jspecify.annotations.NullMarked;
