package dev.tocsin.ingest.schedule;

import java.time.Instant;

/**
 * @param reason in words, what decided: "about 32 entries a day"
 */
public record NextPoll(Instant at, String reason) {}
