/** Conflict topics as data: records, and the reader of their YAML files. */
@NullMarked
package dev.tocsin.enrich.taxonomy;

import org.jspecify.annotations.NullMarked;
