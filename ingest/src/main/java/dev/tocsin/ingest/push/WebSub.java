package dev.tocsin.ingest.push;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.schemas.RecordSerdes;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The push side of one ingest process: asks hubs for the feeds that are polled here, and listens
 * for what hubs push to any process of the cluster.
 */
public final class WebSub implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PushSettings settings;
    private final Clock clock;
    private final HubRequests hubs;
    private final ListedFeeds feeds;
    private final PushPublisher publisher;
    private final PushCounters counters = new PushCounters();
    private final Callback callback;
    private @Nullable CallbackServer server;

    /**
     * @param kafka client properties: the bootstrap address and what the operator added
     * @param egress what hubs are asked through; not closed here
     */
    public WebSub(
            PushSettings settings,
            Map<String, Object> kafka,
            RecordSerdes serdes,
            EgressClient egress,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.hubs =
                new HubRequests(
                        egress, settings.callback(), settings.keys(), settings.hubSpacing());
        this.feeds = new ListedFeeds(kafka, serdes);
        this.publisher = new PushPublisher(kafka, serdes);
        this.callback = new Callback(settings.keys(), feeds, publisher, counters, clock);
    }

    /**
     * Listens from now on.
     *
     * @throws CallbackPortException if the address cannot be listened on
     */
    public void start() {
        server = CallbackServer.start(settings, callback, counters, PATIENCE);
        feeds.start();
    }

    /** Where it listens; only while it does. */
    public int port() {
        CallbackServer listening = server;
        if (listening == null) {
            throw new IllegalStateException("the callback does not listen");
        }
        return listening.port();
    }

    /** Polls that keep subscriptions up beside. */
    public FeedPoll over(FeedPoll poll) {
        return new SubscribingPoll(poll, hubs, clock);
    }

    /** Polls where WebSub is switched off: a lease from before does not slow them down. */
    public static FeedPoll without(FeedPoll poll) {
        return (feed, cursor) ->
                poll.poll(
                        feed,
                        cursor.getHubLeaseUntil().isPresent() ? Leases.dropped(cursor) : cursor);
    }

    public HubRequests hubs() {
        return hubs;
    }

    /** What came in at this process so far. */
    public PushCounts counts() {
        return counters.now();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        hubs.close();
        feeds.close();
        publisher.close();
    }
}
