package dev.tocsin.console.api.alert;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Alerts with their deliveries, newest first.
 *
 * @param next where the next page begins, null if this was the last
 */
record AlertPage(List<Entry> alerts, @Nullable String next) {

    /** An alert and the messages that tell of it. */
    record Entry(AlertView alert, List<DeliveryView> deliveries) {}
}
