package dev.tocsin.sink.deliver;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/**
 * Decides when an alert goes out. Nothing is ever dropped: what may not go out now is held until a
 * moment that depends on the rule alone, so that all that is held for it meets there.
 */
public final class Planner {
    private Planner() {}

    /**
     * The plan for one alert and one target.
     *
     * @param recent the moments of former plans of this rule for this target, one for each message,
     *     as far back as the cooldown and an hour; also those still to come
     */
    public static Plan plan(Instant now, DeliveryPolicy policy, Collection<Instant> recent) {
        Plan loud =
                switch (policy.digest()) {
                    case HOURLY -> new Plan.Held(nextHour(now, policy), Plan.Because.DIGEST);
                    case DAILY -> new Plan.Held(nextDay(now, policy), Plan.Because.DIGEST);
                    case NONE -> single(now, policy, recent);
                };
        return policy.quiet().map(quiet -> awake(loud, quiet)).orElse(loud);
    }

    private static Plan single(Instant now, DeliveryPolicy policy, Collection<Instant> recent) {
        Plan cooled = cooled(now, policy, recent);
        boolean joins = cooled instanceof Plan.Held && recent.contains(cooled.at());
        if (policy.mostPerHour() == 0 || joins) {
            return cooled;
        }
        Instant next = nextHour(cooled.at(), policy);
        Instant begin = next.minus(1, ChronoUnit.HOURS);
        long messages =
                recent.stream().filter(at -> !at.isBefore(begin) && at.isBefore(next)).count();
        return messages < policy.mostPerHour() ? cooled : new Plan.Held(next, Plan.Because.LIMIT);
    }

    private static Plan cooled(Instant now, DeliveryPolicy policy, Collection<Instant> recent) {
        Optional<Instant> warm =
                recent.stream()
                        .filter(at -> !at.isAfter(now))
                        .max(Instant::compareTo)
                        .map(last -> last.plus(policy.cooldown()))
                        .filter(over -> over.isAfter(now));
        return warm.<Plan>map(over -> new Plan.Held(over, Plan.Because.COOLDOWN))
                .orElseGet(() -> new Plan.AtOnce(now));
    }

    private static Plan awake(Plan plan, QuietHours quiet) {
        Instant awake = quiet.awake(plan.at());
        return awake.equals(plan.at()) ? plan : new Plan.Held(awake, Plan.Because.QUIET_HOURS);
    }

    /** Full hours of the zone, some of which lie beside those of UTC. */
    private static Instant nextHour(Instant now, DeliveryPolicy policy) {
        ZonedDateTime hour = now.atZone(policy.zone()).truncatedTo(ChronoUnit.HOURS);
        return hour.toInstant().plus(1, ChronoUnit.HOURS);
    }

    /** A time that the clock shows twice counts once, one that it jumps over when it has jumped. */
    private static Instant nextDay(Instant now, DeliveryPolicy policy) {
        LocalDateTime today = now.atZone(policy.zone()).toLocalDate().atTime(policy.digestAt());
        ZonedDateTime at = today.atZone(policy.zone());
        return at.toInstant().isAfter(now)
                ? at.toInstant()
                : today.plusDays(1).atZone(policy.zone()).toInstant();
    }
}
