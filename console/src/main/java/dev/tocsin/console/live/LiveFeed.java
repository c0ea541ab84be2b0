package dev.tocsin.console.live;

import dev.tocsin.console.api.Health;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** New articles, stories and alerts from Kafka, handed to everybody who listens. */
public final class LiveFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int TURNS_PER_LOOK = 60;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final LiveKafka kafka;
    private final Listeners listeners = new Listeners();
    private final CatchUp catchUp;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("tocsin-live").unstarted(this::run);
    private volatile Health.State state = Health.State.STARTING;

    /**
     * @param kafkaProperties client properties, at least {@code bootstrap.servers}
     */
    public LiveFeed(Map<String, Object> kafkaProperties, RecordSerdes serdes) {
        this(new LiveKafka(kafkaProperties, serdes));
    }

    LiveFeed(LiveKafka kafka) {
        this.kafka = kafka;
        this.catchUp = new CatchUp(kafka);
    }

    /** Starts the reading thread; returns at once. */
    public void start() {
        thread.start();
    }

    /** How it is; cheap, at any time. */
    public Health health() {
        return new Health("live", state, "passes news on", Map.of("listeners", listeners.size()));
    }

    /** Lets all listeners go and stops reading. */
    @Override
    public void close() {
        stopping.countDown();
        listeners.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            boolean ended = thread.join(STOP);
            log.atDebug().addKeyValue("ended", ended).log("live feed closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ReadPosition position() {
        return listeners.position();
    }

    Listener listen() {
        return listeners.add();
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** What somebody missed between the position of the last visit and the listener's start. */
    List<LiveEvent> missed(ReadPosition lastVisit, Listener listener) throws InterruptedException {
        return catchUp.between(lastVisit, listener.start());
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> consumer = kafka.consumer()) {
                read(new LiveReader(consumer, kafka, listeners));
            } catch (KafkaException e) {
                log.atWarn().addKeyValue("reason", e.getMessage()).log("live feed interrupted");
                await();
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("the live feed failed unexpectedly and goes on");
                await();
            }
        }
        state = Health.State.STOPPED;
    }

    private void read(LiveReader reader) {
        for (int turn = 0; isRunning(); turn++) {
            if (turn % TURNS_PER_LOOK == 0) {
                reader.takeUpPartitions();
            }
            if (reader.turn()) {
                state = Health.State.RUNNING;
            } else {
                turn = -1;
                await();
            }
        }
    }

    private void await() {
        state = Health.State.WAITING;
        try {
            boolean stopped = stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            log.atDebug().addKeyValue("stopped", stopped).log("waited for Kafka");
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
