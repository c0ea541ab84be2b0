package dev.tocsin.egress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A mail in two forms, of which readers show one.
 *
 * @param from an address, with or without a name
 * @param messageId without angle brackets; the same for a mail that is sent again
 * @param headers further ones, in ASCII
 */
public record Mail(
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        String messageId,
        Instant date,
        Map<String, String> headers) {
    /**
     * @throws IllegalArgumentException if a header would break the mail apart
     */
    public Mail {
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
        boolean isBroken =
                Stream.of(
                                Stream.of(from, subject, messageId),
                                to.stream(),
                                headers.keySet().stream(),
                                headers.values().stream())
                        .flatMap(each -> each)
                        .anyMatch(each -> each.chars().anyMatch(Character::isISOControl));
        if (isBroken) {
            throw new IllegalArgumentException(
                    "a header of a mail must be one line without control characters");
        }
    }
}
