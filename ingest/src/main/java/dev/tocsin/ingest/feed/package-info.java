/** Lists of feeds: OPML and YAML in and out, and the list that ships. */
@NullMarked
package dev.tocsin.ingest.feed;

import org.jspecify.annotations.NullMarked;
