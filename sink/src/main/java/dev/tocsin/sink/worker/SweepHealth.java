package dev.tocsin.sink.worker;

/**
 * How the removal of old deliveries is.
 *
 * @param removed deliveries since the process started
 * @param trouble a sentence while it does not succeed; empty otherwise
 */
public record SweepHealth(long removed, String trouble) {}
