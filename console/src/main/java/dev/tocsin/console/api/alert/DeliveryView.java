package dev.tocsin.console.api.alert;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One message to one target.
 *
 * @param messageId UUID, the same in every attempt, so that the receiver can tell repetitions
 * @param state {@code HELD} until {@code dueAt}, {@code WAITING} for its turn, {@code DELIVERED} or
 *     {@code PARKED}, given up until somebody wants it sent again
 * @param heldBecause why it was held back, null if it was not
 * @param dueAt when it is sent, or tried again
 * @param triedAt the latest attempt
 * @param lastStatus HTTP status of the latest attempt, where there was one
 * @param items what it tells
 */
public record DeliveryView(
        long id,
        String messageId,
        String target,
        String state,
        @Nullable String heldBecause,
        Instant createdAt,
        Instant dueAt,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant deliveredAt,
        List<Item> items) {

    DeliveryView with(List<Item> others) {
        return new DeliveryView(
                id,
                messageId,
                target,
                state,
                heldBecause,
                createdAt,
                dueAt,
                attempts,
                triedAt,
                lastStatus,
                lastError,
                deliveredAt,
                others);
    }

    /**
     * An alert that the message tells of.
     *
     * @param title null if the alert is not stored any more
     * @param reason {@code RAISED}, or {@code ORIGINS_10} for an update at ten origins
     */
    public record Item(String alertId, @Nullable String title, String reason) {}

    /**
     * One try.
     *
     * @param status HTTP status, where there was one
     */
    public record Attempt(
            Instant at,
            int millis,
            String outcome,
            @Nullable Integer status,
            @Nullable String error) {}
}
