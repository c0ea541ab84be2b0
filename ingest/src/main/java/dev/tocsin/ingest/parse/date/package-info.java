/** Dates as feeds write them. */
@NullMarked
package dev.tocsin.ingest.parse.date;

import org.jspecify.annotations.NullMarked;
