package dev.tocsin.app.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again on a thread of its own. What goes wrong in one round is logged and
 * does not keep the next from coming.
 */
final class Rounds implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final Duration pause;
    private final Round round;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** What is done each time. */
    interface Round {
        void go() throws InterruptedException;
    }

    /**
     * @param name of the thread
     * @param pause before the first round and between two
     */
    Rounds(String name, Duration pause, Round round) {
        this.pause = pause;
        this.round = round;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Starts the thread; returns at once. */
    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                goSafely();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void goSafely() throws InterruptedException {
        try {
            round.go();
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("rounds", thread.getName())
                    .setCause(e)
                    .log("a round failed unexpectedly, the next one comes as usual");
        }
    }

    boolean isClosed() {
        return stopping.getCount() == 0;
    }

    /** Begins no further round; does not wait for the one in hand. */
    @Override
    public void close() {
        stopping.countDown();
    }

    /** Waits, after the end was asked for, for the round in hand. */
    void await() throws InterruptedException {
        thread.join();
    }
}
