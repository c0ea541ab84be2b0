package dev.tocsin.bench.polling;

import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.ingest.Ingest;
import dev.tocsin.ingest.IngestSettings;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.poll.FeedPoller;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.ingest.shard.ShardSettings;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * The ingest part in a process of its own, with the heap and the processors that the measurement
 * allows it. Arguments: bootstrap address, start in milliseconds, scene. Prints one line of {@link
 * PollingFigures}.
 */
final class PollingWorker {
    private static final int CONCURRENCY = 64;
    private static final Duration HOST_SPACING = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Scene scene;
    private final Instant start;
    private final FeedPoll poller;
    private final Lateness live = new Lateness();
    private final Lateness dead = new Lateness();
    private final LongAdder articles = new LongAdder();

    private PollingWorker(Scene scene, Instant start, EgressClient egress) {
        this.scene = scene;
        this.start = start;
        Duration interval = scene.interval();
        this.poller =
                new FeedPoller(
                        new FeedFetcher(egress),
                        new FeedParser(),
                        new Cadence(times(interval, 0.9), interval, times(interval, 16)),
                        Clock.systemUTC(),
                        RandomGenerator.getDefault());
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }

    static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        Scene scene = Scene.of(words.subList(2, words.size()));
        Instant start = Instant.ofEpochMilli(Long.parseLong(words.get(1)));
        EgressPolicy policy = new EgressPolicy(List.of("127.0.0.0/8"), DEADLINE, 10 << 20, "bench");
        try (EgressClient egress = new EgressClient(policy)) {
            System.out.println(
                    new PollingWorker(scene, start, egress).measured(words.getFirst()).line());
        }
    }

    private PollingFigures measured(String bootstrap) throws InterruptedException {
        ShardSettings shards =
                new ShardSettings(
                        Map.of("bootstrap.servers", bootstrap), CONCURRENCY, HOST_SPACING, false);
        try (Ingest ingest =
                new Ingest(
                        new IngestSettings(shards, Optional.empty()),
                        new RecordSerdes(RecordFormat.of(Optional.empty())),
                        this::poll,
                        result -> articles.add(result.articles().size()),
                        Clock.systemUTC())) {
            ingest.start();
            sleepUntil(start);
            CpuClock cpu = new CpuClock(Optional.empty());
            double before = cpu.seconds();
            sleepUntil(start.plus(scene.measured()));
            return figures(cpu.seconds() - before);
        }
    }

    private static void sleepUntil(Instant then) throws InterruptedException {
        Duration wait = Duration.between(Instant.now(), then);
        if (wait.isNegative()) {
            throw new IllegalStateException("the worker needed too long to start: raise --lead");
        }
        Thread.sleep(wait);
    }

    private PollResult poll(Feed feed, FeedCursor cursor) {
        Instant due = cursor.getNextPollAt().orElse(start);
        double late = Duration.between(due, Instant.now()).toMillis() / 1e3;
        (feed.getTitle().equals("live") ? live : dead).add(late);
        return poller.poll(feed, cursor);
    }

    private PollingFigures figures(double cpuSeconds) {
        return new PollingFigures(
                live.polls(),
                dead.polls(),
                live.mean(),
                live.percentile(50),
                live.percentile(99),
                live.percentile(100),
                cpuSeconds / scene.measured().toSeconds(),
                liveHeapBytes() >> 20,
                articles.sum());
    }

    /**
     * What was still in use after the last collection of the old generation, or else in use now.
     */
    private static long liveHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
