package dev.tocsin.ingest.push;

import dev.tocsin.ingest.identity.StableId;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a feed wants of a hub (WebSub, section 5.1).
 *
 * @param hub where to ask; https wherever the hub can be expected to have it (section 8.2)
 * @param topic the feed's own name for itself, or its address where it has none
 */
public record Subscription(String feedId, URI hub, String topic) {
    private static final int HALF = 16;
    private static final int LONGEST = 2_000;

    /** What the feed wants as its cursor has it; empty where it names no hub that can be used. */
    public static Optional<Subscription> of(Feed feed, FeedCursor cursor) {
        String address = cursor.getMovedTo().orElse(feed.getUrl());
        String topic = cursor.getSelfUrl().filter(self -> web(self).isPresent()).orElse(address);
        return cursor.getHubUrl()
                .flatMap(Subscription::web)
                .map(Subscription::secured)
                .map(hub -> new Subscription(feed.getId(), hub, topic))
                .filter(Subscription::isAsSafeAsPolling);
    }

    private static Optional<URI> web(String address) {
        try {
            URI uri = new URI(address);
            String scheme = scheme(uri);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            return isWeb && uri.getRawAuthority() != null && address.length() <= LONGEST
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static URI secured(URI hub) {
        boolean plain = scheme(hub).equals("http") && hub.getPort() == -1;
        return plain ? URI.create("https" + hub.toString().substring("http".length())) : hub;
    }

    /**
     * The secret travels to the hub, so over plain http whoever listens could push anything. That
     * is no worse than polling a feed over plain http, and much worse than polling it over https.
     */
    private boolean isAsSafeAsPolling() {
        return scheme(hub).equals("https") || topic.toLowerCase(Locale.ROOT).startsWith("http:");
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** 32 hex digits: 16 that stand for the hub, 16 that stand for the topic. */
    public String id() {
        return half(hub.toString()) + half(topic);
    }

    /** Whether an id stands for this topic, at whatever hub. */
    static boolean isOfTopic(String id, String topic) {
        return id.substring(HALF).equals(half(topic));
    }

    private static String half(String text) {
        return StableId.of(text).substring(0, HALF);
    }
}
