package dev.tocsin.ingest.push;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressResult;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks hubs (section 5.1), each one thing at a time with a pause in between. Nobody waits for it:
 * what comes of a request shows at the callback. When a hub does not answer, what else waits for it
 * is dropped; every feed asks again when its own patience is over. Safe for many threads.
 */
public final class HubRequests implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HubRequests.class);
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final int TOO_MANY_REQUESTS = 429;

    private record Request(String mode, Subscription subscription) {
        String hubHost() {
            return subscription.hub().getRawAuthority();
        }
    }

    private final EgressClient client;
    private final URI callback;
    private final PushKeys keys;
    private final Duration spacing;
    private final Map<String, Deque<Request>> waiting = new HashMap<>();
    private boolean closed;

    /**
     * @param callback public address below which hubs reach this cluster
     * @param spacing pause between two requests to one hub
     */
    HubRequests(EgressClient client, URI callback, PushKeys keys, Duration spacing) {
        this.client = client;
        this.callback = callback;
        this.keys = keys;
        this.spacing = spacing;
    }

    /** Asks for a subscription, or for a longer one; returns at once. */
    public void subscribe(Subscription subscription) {
        add(new Request("subscribe", subscription));
    }

    /** Tells the hub to stop; returns at once. */
    public void unsubscribe(Subscription subscription) {
        add(new Request("unsubscribe", subscription));
    }

    private synchronized void add(Request request) {
        String hubHost = request.hubHost();
        Deque<Request> queue = waiting.get(hubHost);
        if (queue != null) {
            queue.add(request);
        } else if (!closed) {
            Deque<Request> started = new ArrayDeque<>();
            started.add(request);
            waiting.put(hubHost, started);
            Thread.ofVirtual().name("hub-requests").start(() -> askAll(hubHost));
        }
    }

    private void askAll(String hubHost) {
        try {
            for (var next = next(hubHost); next.isPresent(); next = next(hubHost)) {
                if (!isAnswered(next.get())) {
                    giveUp(hubHost);
                }
                Thread.sleep(spacing);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Request> next(String hubHost) {
        Request next = closed ? null : queue(hubHost).poll();
        if (next == null) {
            waiting.remove(hubHost);
        }
        return Optional.ofNullable(next);
    }

    private synchronized void giveUp(String hubHost) {
        int dropped = queue(hubHost).size();
        queue(hubHost).clear();
        log.atWarn()
                .addKeyValue("hub", hubHost)
                .addKeyValue("dropped", dropped)
                .log("hub does not answer, its feeds are polled as usual and ask again later");
    }

    private Deque<Request> queue(String hubHost) {
        return Objects.requireNonNull(waiting.get(hubHost));
    }

    /** Whether the hub is there, with whatever answer. */
    private boolean isAnswered(Request request) {
        URI hub = request.subscription.hub();
        byte[] form = form(request).getBytes(StandardCharsets.US_ASCII);
        return switch (client.post(hub, Map.of(), FORM, form)) {
            case EgressResult.Response answer -> isServed(request, answer);
            case EgressResult.Refused refused -> failed(request, refused.text());
            case EgressResult.Failed failed -> failed(request, failed.text());
        };
    }

    private static boolean isServed(Request request, EgressResult.Response answer) {
        int status = answer.status();
        if (status / 100 != 2) {
            failed(request, "The hub answered " + status + '.');
        }
        return status < 500 && status != TOO_MANY_REQUESTS;
    }

    private static boolean failed(Request request, String why) {
        log.atInfo()
                .addKeyValue("feedId", request.subscription.feedId())
                .addKeyValue("hub", request.hubHost())
                .addKeyValue("mode", request.mode)
                .addKeyValue("reason", why)
                .log("hub request failed");
        return false;
    }

    private String form(Request request) {
        Subscription subscription = request.subscription;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("hub.mode", request.mode);
        fields.put("hub.topic", subscription.topic());
        fields.put("hub.callback", CallbackPath.of(subscription, keys).below(callback).toString());
        fields.put("hub.lease_seconds", Long.toString(Leases.WANTED.toSeconds()));
        fields.put("hub.secret", keys.hubSecret(subscription.feedId(), subscription.id()));
        // hubs of the time before WebSub (PubSubHubbub 0.3) refuse requests without it
        fields.put("hub.verify", "async");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
