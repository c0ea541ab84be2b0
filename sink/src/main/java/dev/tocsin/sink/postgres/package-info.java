/** Tagged articles, feeds and dead letters in PostgreSQL, with the Kafka offsets beside them. */
@NullMarked
package dev.tocsin.sink.postgres;

import org.jspecify.annotations.NullMarked;
