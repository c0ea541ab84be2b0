package dev.tocsin.sink.message;

import dev.tocsin.sink.alert.StoredAlert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * One message to one target.
 *
 * @param id the same in every attempt
 * @param at when it was planned
 * @param alerts at least one; several only in a digest
 * @param zone in which its readers live
 * @param isTest somebody tries the target out
 */
public record Message(
        UUID id, Kind kind, Instant at, List<StoredAlert> alerts, ZoneId zone, boolean isTest) {
    public Message {
        alerts = List.copyOf(alerts);
    }

    /** What it is about. */
    public enum Kind {
        RAISED("alert.raised"),
        UPDATED("alert.updated"),
        ENDED("alert.ended"),
        DIGEST("alert.digest");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type of the event, for programs. */
        public String type() {
            return type;
        }
    }
}
