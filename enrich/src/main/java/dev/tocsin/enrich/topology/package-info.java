/** The Streams application: the only place that knows Kafka Streams. */
@NullMarked
package dev.tocsin.enrich.topology;

import org.jspecify.annotations.NullMarked;
