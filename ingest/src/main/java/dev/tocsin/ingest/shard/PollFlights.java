package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.schedule.Lane;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The polls of a shard that are under way, each on a virtual thread. They outlive a producer, so
 * that publishers are not asked twice because Kafka is in trouble. For one thread.
 */
final class PollFlights {
    private static final Logger log = LoggerFactory.getLogger(PollFlights.class);
    private static final int MOST_RESULTS = 200;
    private static final int MOST_ARTICLES = 2_000;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration ORDINARY = Duration.ofSeconds(2);

    private record Departure(FlightDeck.Flight flight, long nanoTime) {}

    private final FeedPoll poll;
    private final FlightDeck deck;
    private final Clock clock;
    private final BlockingQueue<PollResult> finished = new LinkedBlockingQueue<>();
    private final Map<String, String> hosts = new HashMap<>();
    private final Queue<Departure> departures = new ArrayDeque<>();

    PollFlights(FeedPoll poll, FlightDeck deck, Clock clock) {
        this.poll = poll;
        this.deck = deck;
        this.clock = clock;
    }

    /** Which hosts are being asked, by the id of the feed; a view. */
    Map<String, String> hosts() {
        return Collections.unmodifiableMap(hosts);
    }

    /** Polls every feed whose turn it is, as far as there is room. */
    void startDue(ShardFeeds feeds) {
        makeRoom();
        for (Lane lane : Lane.values()) {
            boolean started;
            do {
                started = startNext(feeds, lane);
            } while (started);
        }
    }

    private boolean startNext(ShardFeeds feeds, Lane lane) {
        FlightDeck.Flight flight = deck.board(lane).orElse(null);
        if (flight == null) {
            return false;
        }
        Feed feed = feeds.take(clock.instant(), lane).orElse(null);
        if (feed == null) {
            flight.land();
            return false;
        }
        FeedCursor cursor = feeds.cursor(feed.getId());
        hosts.put(feed.getId(), feeds.host(feed));
        departures.add(new Departure(flight, System.nanoTime()));
        Thread.startVirtualThread(() -> fetch(feed, cursor, flight));
        return true;
    }

    private void fetch(Feed feed, FeedCursor cursor, FlightDeck.Flight flight) {
        PollResult result = polled(feed, cursor);
        flight.land();
        finished.add(result);
    }

    /** Those that keep us waiting make room for others. */
    private void makeRoom() {
        long now = System.nanoTime();
        while (!departures.isEmpty() && now - departures.element().nanoTime > ORDINARY.toNanos()) {
            departures.remove().flight.makeRoom();
        }
    }

    /** Brings a result whatever happens, an endless recursion included: the host waits for it. */
    private PollResult polled(Feed feed, FeedCursor cursor) {
        try {
            return poll.poll(feed, cursor);
        } catch (RuntimeException | Error e) {
            log.atError().addKeyValue("feedUrl", feed.getUrl()).setCause(e).log("poll broke down");
            return BrokenPoll.of(feed, cursor, e, clock.instant());
        }
    }

    /** Those that are done; waits a moment for the first. */
    List<PollResult> landed(ShardFeeds feeds) throws InterruptedException {
        List<PollResult> batch = new ArrayList<>();
        int articles = 0;
        PollResult next = finished.poll(untilNextTurn(feeds).toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
            batch.add(next);
            String host = hosts.remove(next.feed().getId());
            feeds.release(Objects.requireNonNull(host), clock.instant());
            articles += next.articles().size();
            boolean full = batch.size() >= MOST_RESULTS || articles >= MOST_ARTICLES;
            next = full ? null : finished.poll();
        }
        return batch;
    }

    /** A lane without room is not waited for: a landing wakes this thread. */
    private Duration untilNextTurn(ShardFeeds feeds) {
        Duration wait =
                Arrays.stream(Lane.values())
                        .filter(deck::hasRoom)
                        .flatMap(lane -> feeds.nextTurn(lane).stream())
                        .min(Comparator.naturalOrder())
                        .map(turn -> Duration.between(clock.instant(), turn))
                        .orElse(IDLE);
        return wait.isNegative() ? SOON : wait.compareTo(IDLE) > 0 ? IDLE : wait;
    }
}
