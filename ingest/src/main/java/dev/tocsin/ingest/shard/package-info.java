/** One partition of the feeds, owned by one worker at a time. */
@NullMarked
package dev.tocsin.ingest.shard;

import org.jspecify.annotations.NullMarked;
