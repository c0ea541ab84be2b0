package dev.tocsin.enrich.topology;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Properties;

/** Runs a topology exactly once until closed. */
public final class EnrichStreams implements AutoCloseable {
    public static final String APPLICATION_ID = "tocsin-enrich";

    private static final Logger log = LoggerFactory.getLogger(EnrichStreams.class);
    private static final int MAX_THREAD_FAILURES = 10;
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final KafkaStreams streams;
    private int threadFailures;
    private long lastFailure = System.nanoTime();

    public EnrichStreams(StreamsSettings settings, Topology topology) {
        this.streams = new KafkaStreams(topology, properties(settings));
        streams.setUncaughtExceptionHandler(this::afterThreadDeath);
    }

    private static Properties properties(StreamsSettings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
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
        return properties;
    }

    public void start() {
        streams.start();
    }

    /** Running, or on the way there; false when it has given up. */
    public boolean isAlive() {
        return streams.state().isRunningOrRebalancing()
                || streams.state() == KafkaStreams.State.CREATED;
    }

    /** Kafka Streams' own word for the state. */
    public String state() {
        return streams.state().name();
    }

    /** A deterministic error would kill every new thread too, so there is an end to replacing. */
    private StreamThreadExceptionResponse afterThreadDeath(Throwable cause) {
        int failures = countFailure(System.nanoTime());
        log.atError().addKeyValue("failures", failures).setCause(cause).log("stream thread died");
        return failures > MAX_THREAD_FAILURES
                ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                : StreamThreadExceptionResponse.REPLACE_THREAD;
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
        streams.close(GRACE);
    }
}
