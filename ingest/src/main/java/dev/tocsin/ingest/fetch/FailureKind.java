package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.EgressError;

/**
 * How much a failure weighs. The idea and the weights are those of Media Cloud's rss-fetcher after
 * years with 180,000 feeds; docs/egress.md has the table.
 */
public enum FailureKind {
    /** Asking again changes nothing unless a person does something. */
    HARD(1),
    /** Often gone in hours or days: someone at the other end has made a mistake. */
    SOFT(0.5),
    /** Often gone in minutes. */
    TEMPORARY(0.25);

    private final double weight;

    FailureKind(double weight) {
        this.weight = weight;
    }

    /** Points of the failure score. */
    public double weight() {
        return weight;
    }

    /** Of an exchange without an answer. */
    static FailureKind of(EgressError error) {
        return switch (error) {
            case ADDRESS_REFUSED, BAD_URL -> HARD;
            case UNKNOWN_HOST, TLS_FAILED, TOO_LARGE, TOO_MANY_REDIRECTS, BAD_REDIRECT, PROTOCOL ->
                    SOFT;
            case LOOKUP_FAILED, HOST_BUSY, CONNECT_FAILED, TIMEOUT, RESET -> TEMPORARY;
        };
    }

    /** Of a status that brings no feed. */
    static FailureKind of(int status) {
        return switch (status) {
            case 408, 421, 423, 425 -> TEMPORARY;
            case 501, 505 -> HARD;
            default -> status >= 500 ? TEMPORARY : status >= 400 ? HARD : SOFT;
        };
    }
}
