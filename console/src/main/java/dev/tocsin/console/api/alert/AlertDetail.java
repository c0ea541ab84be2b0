package dev.tocsin.console.api.alert;

import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * All about an alert.
 *
 * @param wishes whom to tell and when not, as the rule had it
 * @param deliveries the messages that tell of it, with every attempt
 */
record AlertDetail(AlertView alert, JsonNode wishes, List<Message> deliveries) {

    /** A message and its attempts, first one first. */
    record Message(DeliveryView delivery, List<DeliveryView.Attempt> attempts) {}
}
