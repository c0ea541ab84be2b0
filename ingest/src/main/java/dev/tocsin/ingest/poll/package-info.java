/** One poll of one feed: fetch, parse, identify, account. */
@NullMarked
package dev.tocsin.ingest.poll;

import org.jspecify.annotations.NullMarked;
