/** The Kafka side: the feed registry, and articles with cursors in one transaction. */
@NullMarked
package dev.tocsin.ingest.publish;

import org.jspecify.annotations.NullMarked;
