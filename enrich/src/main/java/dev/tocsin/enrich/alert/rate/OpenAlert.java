package dev.tocsin.enrich.alert.rate;

import java.time.Instant;

/**
 * An alert of a rate rule as it was told last.
 *
 * @param isOver whether its end has been told
 */
public record OpenAlert(
        String id,
        int sequence,
        String subject,
        Instant raisedAt,
        Instant updatedAt,
        int articles,
        int independentOrigins,
        boolean isOver) {}
