package dev.tocsin.console.live;

import dev.tocsin.console.api.Json;
import dev.tocsin.console.api.QueryParameters;
import dev.tocsin.console.api.TopicNames;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * {@code GET /api/v1/stream?topic=}: events named {@code first}, {@code revision} and {@code
 * sighting} for articles, {@code story} and {@code alert}. Each client has its own virtual thread
 * and queue; one that stands still stops nobody.
 */
public final class StreamRoute {
    private static final Logger log = LoggerFactory.getLogger(StreamRoute.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LiveFeed feed;
    private final TopicNames names;

    public StreamRoute(LiveFeed feed, TopicNames names) {
        this.feed = feed;
        this.names = names;
    }

    /** Adds the address. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/stream", this::stream);
    }

    private void stream(Context context) {
        String conflictTopic = QueryParameters.of(context, "topic").text("topic");
        Listener listener = feed.listen();
        if (listener.isDropped()) {
            Json.problem(
                    context,
                    503,
                    "Too many listeners",
                    "Try again later, or poll /api/v1/articles.");
            return;
        }
        try {
            HttpServletResponse response = context.res();
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            EventWriter writer = new EventWriter(response.getOutputStream());
            String lastVisit = context.header("Last-Event-ID");
            serve(listener, ReadPosition.parse(lastVisit), conflictTopic, writer);
        } catch (IOException e) {
            log.atDebug().log("a listener went away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.leave(listener);
        }
    }

    private void serve(
            Listener listener,
            @Nullable ReadPosition lastVisit,
            @Nullable String conflictTopic,
            EventWriter writer)
            throws IOException, InterruptedException {
        writer.comment("tocsin");
        ReadPosition position = lastVisit == null ? listener.start() : lastVisit;
        for (LiveEvent event : missed(listener, position)) {
            position = send(event, position, conflictTopic, writer);
        }
        position = furthest(position, listener.start());
        while (!listener.isDropped()) {
            LiveEvent event = listener.next(HEARTBEAT);
            if (event == null) {
                writer.comment("");
            } else {
                position = send(event, position, conflictTopic, writer);
            }
        }
    }

    /** Kafka being away must not keep a client from what comes next. */
    private List<LiveEvent> missed(Listener listener, ReadPosition lastVisit)
            throws InterruptedException {
        try {
            return feed.missed(lastVisit, listener);
        } catch (KafkaException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("a listener could not catch up");
            return List.of();
        }
    }

    private static ReadPosition furthest(ReadPosition position, ReadPosition start) {
        return start.next().isEmpty() ? position : start;
    }

    private ReadPosition send(
            LiveEvent event,
            ReadPosition position,
            @Nullable String conflictTopic,
            EventWriter writer)
            throws IOException {
        ReadPosition behind = position.with(event.partition(), event.offset() + 1);
        if (conflictTopic == null || event.news().isAbout(conflictTopic)) {
            writer.event(behind.toString(), event.news().name(), event.news().data(names));
        }
        return behind;
    }
}
