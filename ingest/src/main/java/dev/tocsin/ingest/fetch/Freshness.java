package dev.tocsin.ingest.fetch;

import java.time.Duration;
import java.util.Optional;

/** Shim. */
public record Freshness(Optional<Duration> maxAge) {}
