package dev.tocsin.enrich;

/**
 * @param healthy articles are being tagged
 * @param text one sentence for people
 */
public record EnrichHealth(boolean healthy, String text) {}
