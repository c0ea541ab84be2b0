package dev.tocsin.app.command;

import dev.tocsin.ingest.publish.HostPartition;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The servers that asked to be left alone, and until when. What one feed was told holds for all.
 */
final class HeldServers {
    private static final int NAMED = 3;

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Map<String, String> moved = new ConcurrentHashMap<>();

    /** Where a feed is polled, and what its server asked for. */
    void note(Feed feed, FeedCursor cursor, Instant now) {
        cursor.getMovedTo().ifPresent(address -> moved.put(feed.getId(), address));
        cursor.getHeldUntil()
                .filter(now::isBefore)
                .ifPresent(asked -> until.merge(serverOf(feed), asked, HeldServers::later));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    boolean isHeld(Feed feed) {
        return until.containsKey(serverOf(feed));
    }

    /** For machines: each server with its feeds that were not polled. */
    List<Map<String, Object>> json(List<Feed> unpolled) {
        return byServer(unpolled).entrySet().stream().map(this::json).toList();
    }

    private Map<String, Object> json(Map.Entry<String, List<Feed>> server) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("server", server.getKey());
        fields.put("until", until(server.getKey()).toString());
        fields.put("reason", reason(server.getKey()));
        fields.put("feeds", server.getValue().stream().map(Feed::getUrl).toList());
        return fields;
    }

    /** For people: a line for each feed, or for each server with many. */
    List<String> lines(List<Feed> unpolled) {
        return byServer(unpolled).entrySet().stream()
                .flatMap(server ->
                        named(server.getValue()).stream()
                                .map(feeds ->
                                        "held: %s: %s".formatted(feeds, reason(server.getKey()))))
                .toList();
    }

    private static List<String> named(List<Feed> feeds) {
        return feeds.size() > NAMED
                ? List.of(feeds.size() + " feeds")
                : feeds.stream().map(Feed::getUrl).toList();
    }

    private String reason(String server) {
        return "%s asked to be left alone until %s".formatted(server, until(server));
    }

    private Instant until(String server) {
        return Objects.requireNonNull(until.get(server), "only feeds of held servers are left");
    }

    private Map<String, List<Feed>> byServer(List<Feed> feeds) {
        return feeds.stream()
                .collect(
                        Collectors.groupingBy(
                                this::serverOf, LinkedHashMap::new, Collectors.toList()));
    }

    private String serverOf(Feed feed) {
        return HostPartition.serverOf(moved.getOrDefault(feed.getId(), feed.getUrl()));
    }
}
