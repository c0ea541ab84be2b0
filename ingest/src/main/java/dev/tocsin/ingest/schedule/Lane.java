package dev.tocsin.ingest.schedule;

/** Which feeds share fetches under way. */
public enum Lane {
    /** Feeds whose last poll succeeded, and those never polled. */
    STEADY,
    /** Feeds whose last poll failed: likely to take the whole time that an exchange may take. */
    TROUBLED
}
