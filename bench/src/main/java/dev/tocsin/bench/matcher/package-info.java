/** The matcher beside Lucene Monitor, with few terms and with many, and while it is swapped. */
@NullMarked
package dev.tocsin.bench.matcher;

import org.jspecify.annotations.NullMarked;
