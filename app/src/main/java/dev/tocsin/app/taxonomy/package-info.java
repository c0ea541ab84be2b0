/** Taxonomies on Kafka: published as a whole, followed by every process that goes by one. */
@NullMarked
package dev.tocsin.app.taxonomy;

import org.jspecify.annotations.NullMarked;
