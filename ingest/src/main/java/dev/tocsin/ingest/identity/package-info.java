/** What makes two entries the same article, and two readings of it the same text. */
@NullMarked
package dev.tocsin.ingest.identity;

import org.jspecify.annotations.NullMarked;
