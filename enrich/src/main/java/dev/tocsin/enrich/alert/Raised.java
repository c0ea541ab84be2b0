package dev.tocsin.enrich.alert;

import java.time.Instant;

/** An alert that has been raised; sequence counts its records. */
record Raised(String alertId, int sequence, Instant at) {

    Raised next() {
        return new Raised(alertId, sequence + 1, at);
    }
}
