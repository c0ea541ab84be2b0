package dev.tocsin.app.command;

import dev.tocsin.ingest.publish.HostPartition;
import dev.tocsin.schemas.Feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The servers that asked to be left alone, and until when. What one feed was told holds for all.
 */
final class HeldServers {
    private static final int NAMED = 3;

    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    /** What a server answered to a poll of the feed. */
    void hold(Feed feed, Instant asked) {
        until.merge(serverOf(feed), asked, (one, other) -> one.isAfter(other) ? one : other);
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
        fields.put("until", until.get(server.getKey()).toString());
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
        return "%s asked to be left alone until %s".formatted(server, until.get(server));
    }

    private static Map<String, List<Feed>> byServer(List<Feed> feeds) {
        return feeds.stream()
                .collect(
                        Collectors.groupingBy(
                                HeldServers::serverOf, LinkedHashMap::new, Collectors.toList()));
    }

    private static String serverOf(Feed feed) {
        return HostPartition.serverOf(feed.getUrl());
    }
}
