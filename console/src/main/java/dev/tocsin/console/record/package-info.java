/** What the console has to say, as records of Kafka. */
@NullMarked
package dev.tocsin.console.record;

import org.jspecify.annotations.NullMarked;
