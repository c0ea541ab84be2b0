package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.sink.deliver.DeliveryPolicy;
import dev.tocsin.sink.deliver.QuietHours;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads a rule's wishes; what makes no sense holds nothing back. */
final class DeliveryPolicies {
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    static final Duration LONGEST_COOLDOWN = Duration.ofDays(30);

    private DeliveryPolicies() {}

    static DeliveryPolicy of(AlertDelivery delivery) {
        ZoneId zone = zone(delivery.getZone());
        return new DeliveryPolicy(
                cooldown(delivery.getCooldownSeconds()),
                quiet(delivery, zone),
                zone,
                DeliveryPolicy.Digest.valueOf(delivery.getDigest().name()),
                time(delivery.getDigestAt()),
                Math.max(0, delivery.getMostPerHour()));
    }

    private static Duration cooldown(long seconds) {
        return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_COOLDOWN.toSeconds()));
    }

    private static Optional<QuietHours> quiet(AlertDelivery delivery, ZoneId zone) {
        if (delivery.getQuietFrom().isEmpty() || delivery.getQuietTo().isEmpty()) {
            return Optional.empty();
        }
        LocalTime from = time(delivery.getQuietFrom().get());
        LocalTime to = time(delivery.getQuietTo().get());
        return Optional.of(new QuietHours(from, to, zone));
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIN.plusMinutes(Math.floorMod(minute, MINUTES_OF_A_DAY));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
