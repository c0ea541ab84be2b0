package dev.tocsin.ingest.fetch;

import java.net.URI;
import java.util.Optional;

/** Shim. */
public record FetchRequest(
        URI url, Optional<String> etag, Optional<String> lastModified, boolean unconditional) {}
