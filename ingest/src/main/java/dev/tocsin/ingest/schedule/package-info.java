/** When a feed is due, and how often a host may be asked. */
@NullMarked
package dev.tocsin.ingest.schedule;

import org.jspecify.annotations.NullMarked;
