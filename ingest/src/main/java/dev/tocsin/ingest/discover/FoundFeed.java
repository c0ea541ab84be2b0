package dev.tocsin.ingest.discover;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A feed that was fetched and read.
 *
 * @param url where the document really came from
 * @param newest date of an entry, as claimed
 * @param how it was found, in words
 */
public record FoundFeed(
        URI url, String title, String format, int entries, Optional<Instant> newest, String how) {}
