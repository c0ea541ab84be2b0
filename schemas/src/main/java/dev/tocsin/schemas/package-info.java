/** The contract between the parts: Avro records, Kafka topic names, serialisation. */
@NullMarked
package dev.tocsin.schemas;

import org.jspecify.annotations.NullMarked;
