package dev.tocsin.sink.deliver;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a rule says of its deliveries.
 *
 * @param cooldown after a delivery of the rule to a target the next ones wait so long; zero: none
 * @param zone of digests and of the hours that are counted
 * @param digestAt when a daily digest goes out
 * @param mostPerHour messages of the rule to one target in an hour of the clock; 0: no limit
 */
public record DeliveryPolicy(
        Duration cooldown,
        Optional<QuietHours> quiet,
        ZoneId zone,
        Digest digest,
        LocalTime digestAt,
        int mostPerHour) {

    /** How often what has come together goes out. */
    public enum Digest {
        NONE,
        HOURLY,
        DAILY
    }

    /** Everything at once. */
    public static final DeliveryPolicy AT_ONCE =
            new DeliveryPolicy(
                    Duration.ZERO,
                    Optional.empty(),
                    ZoneId.of("UTC"),
                    Digest.NONE,
                    LocalTime.of(8, 0),
                    0);

    /** Whether former deliveries matter. */
    public boolean remembers() {
        return digest == Digest.NONE && (cooldown.isPositive() || mostPerHour > 0);
    }
}
