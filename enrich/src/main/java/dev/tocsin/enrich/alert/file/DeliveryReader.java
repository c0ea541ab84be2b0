package dev.tocsin.enrich.alert.file;

import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.DigestRhythm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads whom a rule tells, and when not. */
final class DeliveryReader {
    private static final int MOST_UPDATES = 20;

    private final RuleNode node;
    private final Set<String> targets;

    /**
     * @param targets names of those in the file
     */
    DeliveryReader(RuleNode node, Set<String> targets) {
        this.node = node;
        this.targets = targets;
    }

    AlertDelivery read() {
        AlertDelivery.Builder delivery =
                AlertDelivery.newBuilder()
                        .setTargets(to())
                        .setCooldownSeconds(cooldown().toSeconds())
                        .setMostPerHour(mostPerHour())
                        .setUpdateAtOrigins(updates())
                        .setTellEnd(node.value("all-clear", true, Written::flag, "true or false"));
        Optional<String> quietZone = quiet(delivery);
        Optional<String> digestZone = digest(delivery);
        if (quietZone.isPresent() && digestZone.isPresent() && !quietZone.equals(digestZone)) {
            node.problem(
                    node.keys().getOrDefault("digest", node.line()),
                    "quiet hours and digest name different time zones; a rule has one");
        }
        delivery.setZone(quietZone.or(() -> digestZone).orElse("UTC"));
        return delivery.build();
    }

    private List<String> to() {
        List<String> names = new ArrayList<>();
        for (Item item : node.items("to")) {
            if (targets.contains(item.text())) {
                names.add(item.text());
            } else {
                node.problem(
                        item.line(),
                        Unknown.text(
                                "target",
                                item.text(),
                                List.copyOf(targets),
                                "a name below \"targets:\" of this file"));
            }
        }
        return names;
    }

    private Duration cooldown() {
        return node.value(
                "cooldown", Duration.ZERO, Written::duration, "a time such as 30m, 1h or 2d");
    }

    private int mostPerHour() {
        return node.value("at-most", 0, Written::perHour, "a number such as \"5 per hour\"");
    }

    private List<Integer> updates() {
        Set<Integer> updates = new TreeSet<>();
        for (Item item : node.items("updates")) {
            Optional<Integer> origins = Written.number(2, 10_000).apply(item.text());
            origins.ifPresent(updates::add);
            if (origins.isEmpty()) {
                node.problem(
                        item.line(),
                        "updates \"%s\": expected numbers of origins such as [5, 20]"
                                .formatted(item.text()));
            }
        }
        if (updates.size() > MOST_UPDATES) {
            node.problem(node.line(), "updates: expected at most " + MOST_UPDATES);
        }
        return List.copyOf(updates);
    }

    private Optional<String> quiet(AlertDelivery.Builder delivery) {
        Optional<Written.Times> quiet =
                node.value(
                        "quiet",
                        Optional.empty(),
                        text -> Written.times(text).map(Optional::of),
                        "times such as \"22:00-07:00 Europe/Kyiv\"");
        quiet.ifPresent(times -> {
            delivery.setQuietFrom(times.from());
            delivery.setQuietTo(times.to());
        });
        return quiet.flatMap(Written.Times::zone).map(zone -> zone("quiet", zone));
    }

    private Optional<String> digest(AlertDelivery.Builder delivery) {
        Optional<Item> written = node.text("digest");
        if (written.isEmpty() || written.get().text().equals("none")) {
            return Optional.empty();
        }
        if (written.get().text().equals("hourly")) {
            delivery.setDigest(DigestRhythm.HOURLY);
            return Optional.empty();
        }
        Optional<Written.Daily> daily =
                node.value(
                        "digest",
                        Optional.empty(),
                        text -> Written.daily(text).map(Optional::of),
                        "hourly, or a time such as \"daily 08:00 Europe/Kyiv\"");
        daily.ifPresent(each -> {
            delivery.setDigest(DigestRhythm.DAILY);
            delivery.setDigestAt(each.at());
        });
        return daily.flatMap(Written.Daily::zone).map(zone -> zone("digest", zone));
    }

    private String zone(String key, String name) {
        if (!Written.isZone(name)) {
            node.problem(
                    node.keys().getOrDefault(key, node.line()),
                    Unknown.text(
                            "time zone", name, Written.ZONES, "an IANA name such as Europe/Kyiv"));
        }
        return name;
    }
}
