package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.RequestBody;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.DigestRhythm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Reads whom a rule tells, and when not. */
final class DeliveryReader {
    private static final int LAST_MINUTE = 24 * 60 - 1;
    private static final int EIGHT = 8 * 60;
    private static final int LONGEST_COOLDOWN = (int) Duration.ofDays(30).toSeconds();
    private static final int MOST_PER_HOUR = 10_000;
    private static final int MOST_ORIGINS = 10_000;

    private DeliveryReader() {}

    static AlertDelivery read(RequestBody rule, RuleWords words) {
        RequestBody body =
                rule.object(
                        "delivery",
                        "targets",
                        "cooldownSeconds",
                        "quietFrom",
                        "quietTo",
                        "zone",
                        "digest",
                        "digestAt",
                        "mostPerHour",
                        "updateAtOrigins",
                        "tellEnd");
        if (body.has("quietFrom") != body.has("quietTo")) {
            throw body.bad(
                    body.has("quietFrom") ? "quietTo" : "quietFrom",
                    "is missing; quiet hours have a begin and an end.");
        }
        return AlertDelivery.newBuilder()
                .setTargets(words.targets(body))
                .setCooldownSeconds(body.number("cooldownSeconds", 0, 0, LONGEST_COOLDOWN))
                .setQuietFrom(minute(body, "quietFrom"))
                .setQuietTo(minute(body, "quietTo"))
                .setZone(zone(body))
                .setDigest(body.choice("digest", DigestRhythm.NONE, List.of(DigestRhythm.values())))
                .setDigestAt(body.number("digestAt", EIGHT, 0, LAST_MINUTE))
                .setMostPerHour(body.number("mostPerHour", 0, 0, MOST_PER_HOUR))
                .setUpdateAtOrigins(body.numbers("updateAtOrigins", 2, MOST_ORIGINS))
                .setTellEnd(body.flag("tellEnd", true))
                .build();
    }

    private static @Nullable Integer minute(RequestBody body, String field) {
        return body.has(field) ? Integer.valueOf(body.number(field, 0, 0, LAST_MINUTE)) : null;
    }

    private static String zone(RequestBody body) {
        String zone = body.text("zone");
        if (zone == null) {
            return "UTC";
        }
        if (!zone.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw body.bad(
                    "zone",
                    RequestBody.shown(zone)
                            + " is no time zone. Names are those of IANA, such as Europe/Kyiv.");
        }
        return zone;
    }
}
