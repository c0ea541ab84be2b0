package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.ahead.ReadAhead;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs a topology exactly once until closed. */
public final class EnrichStreams implements AutoCloseable {
    public static final String APPLICATION_ID = "tocsin-enrich";

    private static final Logger log = LoggerFactory.getLogger(EnrichStreams.class);
    private static final int MAX_THREAD_FAILURES = 10;
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(2);

    /** A backlog fills what a commit sends; Kafka's 16 KiB would be many batches and requests. */
    private static final int BATCH_BYTES = 128 * 1024;

    private final StreamsSettings settings;
    private final String applicationId;
    private final Supplier<Topology> topology;
    private final ReadAhead readAhead;
    private final AtomicBoolean isRenewing = new AtomicBoolean();
    private final Object switching = new Object();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Idleness idleness = new Idleness(System::nanoTime);
    private volatile KafkaStreams streams;
    private int threadFailures;
    private long lastFailure = System.nanoTime();

    /**
     * @param topology asked anew for every attempt
     */
    public EnrichStreams(StreamsSettings settings, Supplier<Topology> topology) {
        this(settings, APPLICATION_ID, topology, ReadAhead.none());
    }

    /**
     * @param applicationId of the group that shares the work
     * @param topology asked anew for every attempt
     * @param readAhead sees what each poll brings; not closed here
     */
    public EnrichStreams(
            StreamsSettings settings,
            String applicationId,
            Supplier<Topology> topology,
            ReadAhead readAhead) {
        this.settings = settings;
        this.applicationId = applicationId;
        this.topology = topology;
        this.readAhead = readAhead;
        this.streams = create();
    }

    private KafkaStreams create() {
        KafkaStreams created = new KafkaStreams(topology.get(), properties());
        created.setUncaughtExceptionHandler(this::afterThreadDeath);
        created.setStateListener(idleness);
        return created;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        readAhead
                .consumerProperties()
                .forEach((name, value) ->
                        properties.put(StreamsConfig.mainConsumerPrefix(name), value));
        return properties;
    }

    public void start() {
        streams.start();
    }

    /** Running, or on the way there; false when it has given up. */
    public boolean isAlive() {
        KafkaStreams.State state = streams.state();
        return isRenewing.get()
                || state.isRunningOrRebalancing()
                || state == KafkaStreams.State.CREATED;
    }

    /** How long it has been without work already; zero while it runs. */
    public Duration idleFor() {
        return idleness.lasts();
    }

    /** In a word or two, for people. */
    public String state() {
        return isRenewing.get()
                ? "waiting for processes of another version to stop"
                : streams.state().name().toLowerCase(Locale.ROOT);
    }

    /** A deterministic error would kill every new thread too, so there is an end to replacing. */
    private StreamThreadExceptionResponse afterThreadDeath(Throwable cause) {
        if (GroupRenewal.isReasonOf(cause)) {
            if (isRenewing.compareAndSet(false, true)) {
                Thread.ofVirtual().name("tocsin-enrich-renewal").start(this::renew);
            }
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        int failures = countFailure(System.nanoTime());
        log.atError().addKeyValue("failures", failures).setCause(cause).log("stream thread died");
        return failures > MAX_THREAD_FAILURES
                ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void renew() {
        streams.close(GRACE);
        GroupRenewal renewal = new GroupRenewal(settings.kafka(), applicationId);
        try {
            while (!renewal.renew()) {
                log.atWarn()
                        .log("processes of another version are at work; waiting for them to stop");
                if (closing.await(BETWEEN_RENEWALS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            startAgain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.atError().setCause(e).log("the group cannot be given its new topology");
        } finally {
            isRenewing.set(false);
        }
    }

    private void startAgain() {
        synchronized (switching) {
            if (closing.getCount() > 0) {
                streams = create();
                streams.start();
            }
        }
    }

    /** Failures that lie far apart have nothing to do with each other. */
    private synchronized int countFailure(long now) {
        if (now - lastFailure > QUIET.toNanos()) {
            threadFailures = 0;
        }
        lastFailure = now;
        return ++threadFailures;
    }

    @Override
    public void close() {
        KafkaStreams running;
        synchronized (switching) {
            closing.countDown();
            running = streams;
        }
        running.close(GRACE);
    }
}
