/** Fetching and polling over loopback beside the bare HTTP client. */
@NullMarked
package dev.tocsin.bench.fetch;

import org.jspecify.annotations.NullMarked;
