package dev.tocsin.console.api;

import java.util.List;

/**
 * What happened.
 *
 * @param type slug
 * @param evidence what in the text tells of it
 */
public record EventView(String type, double score, List<EvidenceView> evidence) {}
