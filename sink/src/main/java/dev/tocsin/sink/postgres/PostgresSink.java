package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * Reads the public Kafka topics and keeps PostgreSQL up to them. Offsets live in the database
 * beside the rows, so every record counts once however often the process or its peers are killed.
 */
public final class PostgresSink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresSink.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final SinkSettings settings;
    private final DataSource dataSource;
    private final ChangeReader reader;
    private final Clock clock;
    private final Runnable alerted;
    private final SinkStatus status = new SinkStatus();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("tocsin-sink").unstarted(this::run);

    /**
     * @param alerted is run after a commit that stored alerts, on the sink's thread
     */
    public PostgresSink(
            SinkSettings settings,
            DataSource dataSource,
            RecordSerdes serdes,
            Clock clock,
            Runnable alerted) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.reader = new ChangeReader(serdes, clock);
        this.clock = clock;
        this.alerted = alerted;
    }

    /** Starts the thread; returns at once. */
    public void start() {
        thread.start();
    }

    /** How it is; cheap, at any time. */
    public SinkHealth health() {
        return status.health();
    }

    /** Stops after the batch in hand; waits for at most ten seconds. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            if (!thread.join(STOP)) {
                log.atWarn().log("the sink's last batch takes too long; not waiting for it");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException e) {
            log.atDebug().log("the sink was never started");
        }
    }

    private void run() {
        Backoff backoff = new Backoff(clock, new SplittableRandom());
        while (isRunning()) {
            try {
                String cluster = SinkKafka.clusterId(settings);
                consume(new BatchWriter(dataSource, cluster, reader, clock, alerted), backoff);
            } catch (KafkaException e) {
                waitForKafka(e, backoff);
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("the sink failed unexpectedly and starts again");
                waitForKafka(e, backoff);
            }
        }
        status.stopped();
    }

    private void consume(BatchWriter writer, Backoff backoff) {
        try (KafkaConsumer<byte[], byte[]> consumer = SinkKafka.consumer(settings)) {
            SinkLoop loop = new SinkLoop(consumer, writer, backoff, status);
            loop.subscribe();
            while (isRunning()) {
                loop.turn();
            }
        }
    }

    private void waitForKafka(RuntimeException e, Backoff backoff) {
        if (!isRunning()) {
            return;
        }
        Duration wait = backoff.failed();
        log.atWarn()
                .addKeyValue("reason", Reasons.of(e))
                .addKeyValue("retryInMillis", wait.toMillis())
                .log("reading from Kafka failed");
        status.waiting(
                "Reading from Kafka failed: %s. Trying again in %d s; check kafka.bootstrap and kafka.schema-registry if this lasts."
                        .formatted(Reasons.of(e), wait.toSeconds()));
        pause(wait);
    }

    private void pause(Duration wait) {
        try {
            boolean stopped = stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            log.atDebug().addKeyValue("stopped", stopped).log("waited for Kafka");
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
