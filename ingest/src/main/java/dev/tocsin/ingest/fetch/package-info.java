/** One polite conditional exchange with a feed, and its outcome as a value. */
@NullMarked
package dev.tocsin.ingest.fetch;

import org.jspecify.annotations.NullMarked;
