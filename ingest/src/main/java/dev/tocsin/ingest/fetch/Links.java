package dev.tocsin.ingest.fetch;

import java.net.URI;
import java.util.Optional;

/** Shim. */
public record Links(Optional<URI> hub, Optional<URI> self) {}
