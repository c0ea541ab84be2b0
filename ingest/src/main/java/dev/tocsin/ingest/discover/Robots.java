package dev.tocsin.ingest.discover;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressError;
import dev.tocsin.egress.EgressResult;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What robots.txt allows (RFC 9309), for pages that a person did not put on the list himself. A
 * server without one allows everything, one that cannot be asked allows nothing. Safe for use by
 * many threads.
 */
public final class Robots {
    private static final List<String> NAMES = List.of("tocsin");
    private static final int MOST_BYTES = 500 * 1024;
    private static final int MOST_HOSTS = 10_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_IF_UNREACHABLE = Duration.ofMinutes(10);

    private record Rules(BaseRobotRules rules, Instant until) {}

    private final EgressClient client;
    private final Clock clock;
    private final Map<String, Rules> known = new ConcurrentHashMap<>();

    public Robots(EgressClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Asks the page's server first where its rules are not known, or not any more. */
    public boolean allows(URI page) {
        String origin =
                (page.getScheme() + "://" + page.getRawAuthority()).toLowerCase(Locale.ROOT);
        Rules rules = known.get(origin);
        if (rules == null || rules.until.isBefore(clock.instant())) {
            rules = ask(origin);
            if (known.size() >= MOST_HOSTS) {
                known.clear();
            }
            known.put(origin, rules);
        }
        return rules.rules.isAllowed(page.toString());
    }

    private Rules ask(String origin) {
        URI address = URI.create(origin + "/robots.txt");
        return switch (client.get(address, Map.of("Accept", "text/plain, */*;q=0.1"))) {
            case EgressResult.Response response -> answered(address, response);
            case EgressResult.Refused _ -> all(RobotRulesMode.ALLOW_NONE, KEPT_IF_UNREACHABLE);
            case EgressResult.Failed failed ->
                    failed.error() == EgressError.TOO_MANY_REDIRECTS
                            ? all(RobotRulesMode.ALLOW_ALL, KEPT)
                            : all(RobotRulesMode.ALLOW_NONE, KEPT_IF_UNREACHABLE);
        };
    }

    private Rules answered(URI address, EgressResult.Response response) {
        if (response.status() >= 500) {
            return all(RobotRulesMode.ALLOW_NONE, KEPT_IF_UNREACHABLE);
        }
        if (response.status() / 100 != 2) {
            return all(RobotRulesMode.ALLOW_ALL, KEPT);
        }
        byte[] text = Arrays.copyOf(response.body(), Math.min(response.body().length, MOST_BYTES));
        return new Rules(
                new SimpleRobotRulesParser()
                        .parseContent(address.toString(), text, "text/plain", NAMES),
                clock.instant().plus(KEPT));
    }

    private Rules all(RobotRulesMode mode, Duration kept) {
        return new Rules(new SimpleRobotRules(mode), clock.instant().plus(kept));
    }
}
