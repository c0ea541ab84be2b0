package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.publish.RecordReader;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one shard open for every partition of the feed registry that the consumer group gives to
 * this process, and passes later records of the registry on to it. The group's offsets are never
 * committed: a shard reads the registry from its beginning.
 */
public final class ShardWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ShardWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REJOIN = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final String GROUP = "tocsin-ingest";

    private final ShardSettings settings;
    private final Optional<String> instanceId;
    private final RecordSerdes serdes;
    private final FeedPoll poll;
    private final Optional<PushParts> pushParts;
    private final PollListener listener;
    private final Clock clock;
    private final FlightDeck deck;
    private final Map<Integer, Shard> shards = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("ingest-group").unstarted(this::run);
    private final RecordReader<Feed> reader;
    private volatile Instant startedAt = Instant.EPOCH;
    private volatile boolean stopping;

    /**
     * @param pushParts empty where hubs push nothing
     */
    public ShardWorker(
            ShardSettings settings,
            Optional<String> instanceId,
            RecordSerdes serdes,
            FeedPoll poll,
            Optional<PushParts> pushParts,
            PollListener listener,
            Clock clock) {
        this.settings = settings;
        this.instanceId = instanceId;
        this.serdes = serdes;
        this.poll = poll;
        this.pushParts = pushParts;
        this.listener = listener;
        this.clock = clock;
        this.reader = new RecordReader<>(KafkaTopics.FEEDS, serdes);
        this.deck = new FlightDeck(settings.maxInFlight());
    }

    public void start() {
        thread.start();
    }

    /** The state of each shard of this process. */
    public Collection<ShardState> states() {
        return shards.values().stream().map(Shard::state).toList();
    }

    /** Whether the worker is at work; a failure of Kafka does not end it. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        startedAt = clock.instant();
        try {
            while (!stopping && !followUntilStopped()) {
                Thread.sleep(REJOIN);
            }
        } catch (InterruptedException e) {
            log.atDebug().log("feed group interrupted");
        }
    }

    /** One membership in the group; false if it broke. */
    private boolean followUntilStopped() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(KafkaTopics.FEEDS.topicName()), new Assignment());
            while (!stopping) {
                consumer.poll(POLL).forEach(this::pass);
                reopenLost();
            }
            return true;
        } catch (RuntimeException e) {
            boolean ordinary = e instanceof KafkaException;
            log.atLevel(ordinary ? Level.WARN : Level.ERROR)
                    .addKeyValue("error", e.toString())
                    .setCause(ordinary ? null : e)
                    .log("feed group broke, joining again");
            return stopping;
        } finally {
            close(List.copyOf(shards.keySet()));
        }
    }

    private void pass(ConsumerRecord<String, byte[]> record) {
        Shard shard = shards.get(record.partition());
        if (shard == null) {
            return;
        }
        if (record.value() == null) {
            shard.update(new FeedUpdate(record.offset(), record.key(), null));
        } else {
            reader.read(record)
                    .map(feed -> new FeedUpdate(record.offset(), record.key(), feed))
                    .ifPresent(shard::update);
        }
    }

    /** The group says the partition is ours, so whoever fenced us has gone or will be fenced. */
    private void reopenLost() {
        shards.forEach((partition, shard) -> {
            if (shard.state() == ShardState.LOST) {
                open(partition);
            }
        });
    }

    private void open(int partition) {
        close(List.of(partition));
        Shard shard =
                new Shard(
                        partition, settings, startedAt, serdes, poll, pushParts, listener, deck,
                        clock);
        shards.put(partition, shard);
        shard.start();
    }

    /** All are asked to stop before the first is waited for: the group's patience is limited. */
    private void close(Collection<Integer> partitions) {
        List<Shard> closing =
                partitions.stream().map(shards::remove).filter(Objects::nonNull).toList();
        closing.forEach(Shard::stop);
        closing.forEach(Shard::close);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        instanceId.ifPresent(id -> properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        properties.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> open(partition.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            close(partitions.stream().map(TopicPartition::partition).toList());
        }
    }
}
